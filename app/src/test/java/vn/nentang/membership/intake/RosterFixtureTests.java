package vn.nentang.membership.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every given roster comes out as the expected file beside it says, by the rules of the README there. */
final class RosterFixtureTests {

    private static final Path ROSTERS = Path.of("..", "..", "shared", "data", "rosters");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Path> expectedFiles() throws IOException {
        try (var files = Files.list(ROSTERS)) {
            return files.filter(f -> f.toString().endsWith(".expected.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("expectedFiles")
    void roster_comes_out_as_expected(Path expectedFile) throws IOException {
        var expected = JSON.readTree(Files.readString(expectedFile));
        var context = contextOf(expected);
        var roster = ROSTERS.resolve(expected.get("file").stringValue());

        var actual = RosterCheckJson.of(roster.getFileName().toString(), RosterIntake.check(roster, context), context);

        var differences = new RosterComparison(expected, actual).differences();
        assertThat(differences)
                .as("%d differences in %s:\n%s", differences.size(), roster.getFileName(), firstOf(differences))
                .isEmpty();
    }

    private static String firstOf(List<String> differences) {
        return String.join("\n", differences.stream().limit(60).toList());
    }

    private static IntakeContext contextOf(JsonNode expected) {
        var context = expected.path("context");
        var cells = new ArrayList<String>();
        context.path("cells").forEach(cell -> cells.add(cell.stringValue()));
        return new IntakeContext(
                context.path("organisation").asString(""),
                LocalDate.parse(context.path("asOf").asString("2026-11-15")),
                cells,
                Rules.OF_TODAY,
                KnownMembers.none());
    }
}
