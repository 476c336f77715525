package vn.nentang.shell.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vn.nentang.Application;

/** The list of all commands. */
@Command(
        name = "nentang",
        description = {
            "Nền Tảng: một sổ cái các việc đã làm; mọi danh sách, biểu mẫu, con số đều tính ra từ đó.",
            "One ledger of what was done; every roster, form and figure is computed from it."
        },
        mixinStandardHelpOptions = true,
        version = "Nền Tảng " + Application.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:broken", "2:wrong use", "3:refused, with reasons"})
public final class RootCommand implements Runnable {

    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            RunCommand.class,
            OrgCommand.class,
            CommitteeCommand.class,
            RosterCommand.class,
            CensusCommand.class,
            ImportCommand.class,
            ReviewCommand.class,
            RuleCommand.class,
            LedgerCommand.class,
            AccountCommand.class,
            GenerateCommand.class);

    @Spec
    private CommandSpec spec;

    /** The command line as the program runs it: known failures become one sentence and an exit code. */
    public static CommandLine commandLine() {
        return withCommands(COMMANDS);
    }

    /** The same for these words: of the command they name first, or of all when they name none. */
    static CommandLine commandLine(String[] words) {
        var named = COMMANDS.stream()
                .filter(c -> words.length > 0 && nameOf(c).equals(words[0]))
                .toList();
        return withCommands(named.isEmpty() ? COMMANDS : named);
    }

    private static String nameOf(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    private static CommandLine withCommands(List<Class<?>> commands) {
        var line = new CommandLine(new RootCommand());
        commands.forEach(line::addSubcommand);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, RootCommand::day)
                .registerConverter(Instant.class, RootCommand::moment)
                .setExecutionExceptionHandler(new Failures(DataOptions.under("errors.log"), Application.CLOCK));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException _) {
            throw new TypeConversionException(
                    "“%s” không phải là ngày; ghi như 2025-12-31. / “%s” is no date; write it like 2025-12-31."
                            .formatted(typed, typed));
        }
    }

    private static Instant moment(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeParseException _) {
            throw new TypeConversionException(
                    "“%s” không phải là thời điểm; ghi như 2026-01-15T00:00:00Z. / “%s” is no moment; write it like 2026-01-15T00:00:00Z."
                            .formatted(typed, typed));
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Thiếu tên lệnh. / A command is missing.");
    }
}
