package vn.nentang.review.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.rulebook.Rulebook;

final class ReviewWorkbookCheckTests {

    private static final Path REVIEWS = Path.of("..", "..", "shared", "data", "reviews");
    private static final Rulebook RULES = Rulebook.load();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Facts of the roster beside the workbook, or words of the fixture's author: not in the workbook itself. */
    private static final List<String> NOT_IN_THE_WORKBOOK = List.of("rosterFile", "assumptions", "birth");

    static Stream<Path> expected() throws IOException {
        try (var files = Files.list(REVIEWS)) {
            return files.filter(file -> file.toString().endsWith(".expected.json")).toList().stream();
        }
    }

    @Test
    void there_are_expected_files() throws IOException {
        assertThat(expected()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("expected") // 366-QĐ/TW Điều 5, 11; 43-HD/BTCTW mục 7.6
    void every_expected_file_is_met(Path expected) throws IOException {
        var wanted = JSON.readTree(Files.readString(expected));
        var workbook = expected.resolveSibling(wanted.path("file").asString());

        var outcome = ReviewWorkbookCheck.check(workbook, wanted.path("year").asInt(), RULES);

        var differences = new ArrayList<String>();
        compare("", wanted, JSON.valueToTree(ReviewSheetJson.of(outcome)), differences);
        assertThat(differences).isEmpty();
    }

    /** What is expected must be there and equal; more fields may stand beside it. */
    private static void compare(String path, JsonNode wanted, JsonNode given, List<String> differences) {
        if (wanted.isObject()) {
            wanted.propertyNames().stream()
                    .filter(name -> !NOT_IN_THE_WORKBOOK.contains(name))
                    .forEach(name -> compare(path + "/" + name, wanted.path(name), given.path(name), differences));
            noneTooMany(path, wanted, given, differences);
        } else if (wanted.isArray() && wanted.size() == given.size()) {
            for (var i = 0; i < wanted.size(); i++) {
                compare(path + "/" + i, wanted.get(i), given.get(i), differences);
            }
        } else if (!isEqual(wanted, given)) {
            differences.add("%s: expected %s, was %s".formatted(path, wanted, given));
        }
    }

    /** A member must not have a problem, a reason or a level the expected file does not have. */
    private static void noneTooMany(String path, JsonNode wanted, JsonNode given, List<String> differences) {
        if (!wanted.has("fullName")) {
            return;
        }
        var more = new HashSet<>(given.propertyNames());
        more.removeAll(wanted.propertyNames());
        more.retainAll(List.of("problems", "reason", "discretion", "proposal", "votes", "total", "remarks", "missing"));
        if (!more.isEmpty()) {
            differences.add("%s: not expected %s in %s".formatted(path, more, given));
        }
    }

    private static boolean isEqual(JsonNode wanted, JsonNode given) {
        if (wanted.isNumber() && given.isNumber()) {
            return wanted.decimalValue().compareTo(given.decimalValue()) == 0;
        }
        return wanted.equals(given);
    }

    static JsonNode read(Path path) {
        try {
            return JSON.readTree(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
