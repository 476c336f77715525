package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of the pages stands in both languages, and none in a template. */
final class TextsTests {

    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Pattern KEY = Pattern.compile("f\\.t\\(\"([a-z][\\w.-]*)\"[,)]");
    private static final Pattern PLACES = Pattern.compile("\\{[\\w-]+}");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(new TreeSet<>(Texts.keys(Language.EN))).isEqualTo(new TreeSet<>(Texts.keys(Language.VI)));
    }

    /** Reasons of a refusal may name other facts in another language. */
    @Test
    void both_languages_have_the_same_places_for_values() {
        for (var key : Texts.keys(Language.VI)) {
            if (key.startsWith("refusal.")) {
                continue;
            }
            assertThat(places(Texts.in(Language.EN).of(key)))
                    .as(key)
                    .isEqualTo(places(Texts.in(Language.VI).of(key)));
        }
    }

    private static Set<String> places(String text) {
        var found = new TreeSet<String>();
        PLACES.matcher(text).results().forEach(m -> found.add(m.group()));
        return found;
    }

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(f -> f.toString().endsWith(".jte")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_key_of_a_template_is_known(Path template) throws IOException {
        var keys = KEY.matcher(Files.readString(template))
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(Texts.in(Language.VI).has(key)).as(key).isTrue());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void no_template_holds_words_of_its_own(Path template) throws IOException {
        assertThat(Template.bareWords(Files.readString(template))).isEmpty();
    }

    /** Only a script can ask a browser for a passkey, or count while one chooses or slides: four pages load one file each. */
    private static final String PASSKEYS = "<script type=\"module\" src=\"${f.asset(\"passkeys.js\")}\"></script>";

    private static final String COUNTING = "<script type=\"module\" src=\"${f.asset(\"counting.js\")}\"></script>";

    private static final String SLIDING = "<script type=\"module\" src=\"${f.asset(\"sliding.js\")}\"></script>";

    @Test
    void four_templates_load_a_script_of_the_house() throws IOException {
        var loading = new TreeSet<String>();
        for (var template : templates()) {
            var text = Files.readString(template);
            if (text.contains(PASSKEYS) || text.contains(COUNTING) || text.contains(SLIDING)) {
                loading.add(TEMPLATES.relativize(template).toString());
            }
        }
        assertThat(loading)
                .containsExactly(
                        "account/passkey.jte", "round/decisions.jte", "second-step.jte", "statistics/census.jte");
        try (var files = Files.walk(Path.of("src", "main", "resources", "static"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".js"))).hasSize(3);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void no_template_holds_script_or_style(Path template) throws IOException {
        assertThat(Files.readString(template)
                        .replace(PASSKEYS, "")
                        .replace(COUNTING, "")
                        .replace(SLIDING, ""))
                .doesNotContainPattern("(?i)<script|<style|\\sstyle=|\\son[a-z]+=|\\$unsafe");
    }

    @Test
    void the_script_holds_no_words_of_its_own_and_makes_no_page() throws IOException {
        var script = Files.readString(Path.of("src", "main", "resources", "static", "passkeys.js"));
        assertThat(script)
                .isNotBlank()
                .doesNotContainPattern("innerHTML|eval|new Function|document\\.write|fetch|import ");
        assertThat(script.lines().filter(line -> !line.startsWith("//")))
                .noneMatch(line -> line.chars().anyMatch(letter -> letter > 127));
    }
}
