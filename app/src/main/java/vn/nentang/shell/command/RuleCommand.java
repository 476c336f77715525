package vn.nentang.shell.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Parameter;
import vn.nentang.rulebook.Ruling;

/** The rulebook. */
@Command(
        name = "rule",
        description = "Sổ quy định. / The rulebook.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RuleCommand.Show.class,
            RuleCommand.Keys.class,
            RuleUpdateCommands.Update.class,
            RuleUpdateCommands.Revert.class,
            RuleUpdateCommands.Packages.class,
            RuleUpdateCommands.Trust.class,
            RuleUpdateCommands.Keygen.class,
            RuleUpdateCommands.Pack.class
        })
final class RuleCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Thiếu lệnh con. / A subcommand is missing.");
    }

    @Command(
            name = "show",
            description = "Giá trị, điều khoản, mức tin cậy vào một ngày. / Value, article and mark on a date.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "KEY", description = "Ví dụ / for example: probation.length")
        private String key;

        @Option(names = "--on", paramLabel = "DATE", required = true, description = "Ngày. / The date.")
        private LocalDate on;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        /** A value in force, with where it stands, what it replaced and what rests on it. */
        record Shown(
                String key,
                Label title,
                LocalDate on,
                Object value,
                String unit,
                LocalDate since,
                String instrument,
                String article,
                String mark,
                @Nullable Label note,
                @Nullable Replaced replaced,
                List<Parameter.Use> usedBy) {}

        /** The value before. */
        record Replaced(@Nullable Object value, LocalDate since, String instrument, String article) {}

        @Override
        public Integer call() {
            var rulebook = DataOptions.usualRules();
            var parameter = rulebook.parameter(key);
            var shown = shown(
                    parameter,
                    rulebook.on(on).ruling(key),
                    rulebook.on(on).view(key).usedBy());
            if (json) {
                Output.json(spec, shown);
            } else {
                print(shown);
            }
            return Exit.DONE;
        }

        private Shown shown(Parameter parameter, Ruling ruling, List<Parameter.Use> uses) {
            var value = parameter.values().byStart().get(ruling.since());
            return new Shown(
                    key,
                    parameter.title(),
                    on,
                    typed(ruling.text()),
                    ruling.unit().code(),
                    ruling.since(),
                    ruling.source().instrument(),
                    ruling.source().article(),
                    ruling.source().mark().code(),
                    value == null ? null : value.note(),
                    replaced(parameter, ruling.since()),
                    uses);
        }

        /** A number where the text is one. */
        private static Object typed(String text) {
            return text.matches("-?[0-9]+(\\.[0-9]+)?") ? new BigDecimal(text) : text;
        }

        private static @Nullable Replaced replaced(Parameter parameter, LocalDate since) {
            var before = parameter.values().byStart().lowerEntry(since);
            return before == null
                    ? null
                    : new Replaced(
                            Optional.ofNullable(before.getValue().text())
                                    .map(Show::typed)
                                    .orElse(null),
                            before.getKey(),
                            before.getValue().source().instrument(),
                            before.getValue().source().article());
        }

        private void print(Shown shown) {
            var out = Output.of(spec);
            out.printf("%s = %s %s%n", shown.key(), shown.value(), shown.unit());
            out.printf("%s / %s%n", shown.title().vi(), shown.title().en());
            out.printf(
                    "%s, %s [%s], từ / since %s%n", shown.article(), shown.instrument(), shown.mark(), shown.since());
        }
    }

    @Command(
            name = "list",
            description = "Tên các tham số. / The keys of all parameters.",
            mixinStandardHelpOptions = true)
    static final class Keys implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        /** A parameter by name. */
        record Key(String key, Label title) {}

        @Override
        public Integer call() {
            var keys = DataOptions.usualRules().parameters().stream()
                    .map(p -> new Key(p.key(), p.title()))
                    .toList();
            if (json) {
                Output.json(spec, keys);
            } else {
                keys.forEach(k ->
                        Output.of(spec).printf("%-40s %s%n", k.key(), k.title().vi()));
            }
            return Exit.DONE;
        }
    }
}
