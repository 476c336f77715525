package vn.nentang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import vn.nentang.shell.command.RootCommand;

/** Every command and every option of the command line is described, and nothing that is not there. */
final class CommandDocsTests {

    private static final Map<String, String> SECTIONS = Docs.sections(Docs.reference("cli.md"), 3);

    @Test
    void every_command_has_its_section_and_no_section_is_left_over() {
        var names = commands(RootCommand.commandLine()).stream()
                .map(command -> "`" + command.getCommandSpec().qualifiedName() + "`")
                .toList();
        assertThat(SECTIONS.keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void every_section_lists_the_options_and_arguments_of_its_command() {
        for (var command : commands(RootCommand.commandLine())) {
            var spec = command.getCommandSpec();
            var wanted = new TreeSet<String>();
            spec.options().stream()
                    .filter(option -> !option.usageHelp() && !option.versionHelp())
                    .forEach(option -> wanted.addAll(List.of(option.names())));
            spec.positionalParameters().stream().map(ArgSpec::paramLabel).forEach(wanted::add);
            assertThat(described(SECTIONS.getOrDefault("`" + spec.qualifiedName() + "`", "")))
                    .as(spec.qualifiedName())
                    .isEqualTo(wanted);
        }
    }

    private static Set<String> described(String section) {
        var described = new TreeSet<String>();
        Docs.rows(section).stream()
                .flatMap(row -> Docs.code(row.getFirst()).stream())
                .map(word -> word.replaceFirst("[ =].*", ""))
                .forEach(described::add);
        return described;
    }

    /** Those that do something themselves; a group of commands only says that one of its own is missing. */
    private static List<CommandLine> commands(CommandLine root) {
        var found = new ArrayList<CommandLine>();
        for (var below : new LinkedHashSet<>(root.getSubcommands().values())) {
            found.addAll(below.getSubcommands().isEmpty() ? List.of(below) : commands(below));
        }
        return found;
    }
}
