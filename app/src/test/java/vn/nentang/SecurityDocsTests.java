package vn.nentang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every point of the checklist has a state, and what it leans on is there. */
final class SecurityDocsTests {

    private static final List<List<String>> ROWS = Docs.rows(Docs.reference("security.md"));
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern POINT = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Tests)(?:#(\\w+))?`");
    private static final Pattern FILE = Pattern.compile("`((?:app|docs|scripts)/[^`]+|dev|STYLE\\.md)`");
    private static final List<String> STATES = List.of("met", "not met", "partly", "does not apply");

    private static List<List<String>> points() {
        return ROWS.stream()
                .filter(row -> POINT.matcher(row.getFirst()).matches())
                .toList();
    }

    @Test
    void every_point_stands_once_with_a_state_and_something_said_about_it() {
        var seen = new HashSet<String>();
        assertThat(points()).hasSizeGreaterThan(200).allSatisfy(row -> {
            assertThat(row).hasSize(4);
            assertThat(seen.add(row.getFirst())).as(row.getFirst()).isTrue();
            assertThat(row.get(2)).as(row.getFirst()).isIn(STATES);
            assertThat(row.get(3)).as(row.getFirst()).isNotBlank();
        });
    }

    @Test
    void a_point_that_is_met_names_a_test_or_a_file() {
        assertThat(points().stream().filter(row -> row.get(2).equals("met")))
                .allSatisfy(row -> assertThat(TEST.matcher(row.get(3)).find()
                                || FILE.matcher(row.get(3)).find())
                        .as(row.getFirst())
                        .isTrue());
    }

    @Test
    void every_test_and_every_file_it_names_is_there() {
        var missing = new ArrayList<String>();
        for (var row : ROWS) {
            var said = row.getLast();
            TEST.matcher(said).results().forEach(named -> {
                if (!exists(named.group(1), named.group(2))) {
                    missing.add(row.getFirst() + ": " + named.group());
                }
            });
            FILE.matcher(said).results().map(named -> named.group(1)).forEach(file -> {
                if (!Files.exists(Docs.ROOT.resolve(file))) {
                    missing.add(row.getFirst() + ": " + file);
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    private static boolean exists(String test, @Nullable String method) {
        return Docs.files(TESTS, "/" + test + ".java").stream()
                .anyMatch(file -> method == null || Docs.text(file).contains(" " + method + "("));
    }
}
