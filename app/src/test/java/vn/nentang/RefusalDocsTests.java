package vn.nentang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;

/** One code, one entry: in the code, in both languages, on the page. */
final class RefusalDocsTests {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final String PREFIX = "refusal.";
    private static final String CODE = "\"([a-z]+(?:-[a-z0-9]+)+)\"";

    private static final Map<String, String> VI = sentences("messages_vi.properties");
    private static final Map<String, String> EN = sentences("messages_en.properties");
    private static final List<List<String>> ROWS = Docs.rows(Docs.reference("refusals.md"));

    @Test
    void every_refusal_has_a_sentence_in_both_languages() {
        assertThat(VI).isNotEmpty();
        assertThat(EN.keySet()).isEqualTo(VI.keySet());
    }

    /** A file's own reason comes in words of one language each: {@code detail} in Vietnamese, {@code reason} as a code. */
    @Test
    void both_sentences_speak_of_the_same_facts() {
        VI.forEach((code, vi) -> {
            if (!code.equals("file-refused")) {
                assertThat(facts(EN.getOrDefault(code, ""))).as(code).isEqualTo(facts(vi));
            }
        });
    }

    @Test
    void the_page_has_every_refusal_once_with_its_sentences() {
        var onPage = ROWS.stream()
                .collect(Collectors.toMap(
                        row -> Docs.code(row.getFirst()).getFirst(), row -> row.get(1), (a, _) -> a, TreeMap::new));
        assertThat(ROWS).hasSameSizeAs(onPage.entrySet());
        assertThat(onPage.keySet()).isEqualTo(VI.keySet());
        assertThat(onPage)
                .allSatisfy((code, sentence) -> assertThat(sentence).isEqualTo(VI.get(code) + " / " + EN.get(code)));
    }

    /** DESIGN 2.6: a refusal names its article, or the page says where the reason comes from. */
    @Test
    void the_page_says_what_each_refusal_rests_on() {
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(row).hasSize(3);
            assertThat(row.get(2)).isNotBlank();
        });
    }

    @Test
    void every_refusal_of_the_page_is_made_somewhere_in_the_code() {
        assertThat(literals(Docs.files(Docs.SOURCES, ".java").stream())).containsAll(VI.keySet());
    }

    /** In a source that makes refusals (pages only show them), a hyphenated word is a refusal's code or a word of the rulebook. */
    @Test
    void every_refusal_made_in_the_code_has_its_entry() {
        var words = literals(Docs.files(Docs.SOURCES, ".java").stream()
                .filter(source -> !source.toString().contains("/web/"))
                .filter(RefusalDocsTests::makesRefusals));
        words.removeAll(VI.keySet());
        words.removeAll(wordsOfTheRulebook());
        assertThat(words).isEmpty();
    }

    private static boolean makesRefusals(Path source) {
        var text = Docs.text(source);
        return text.contains("Refusal.of(") || text.contains("new Refusal(") || text.contains("refused(\"");
    }

    private static Set<String> literals(Stream<Path> sources) {
        return sources.flatMap(file -> Docs.matches(CODE, Docs.text(file)).map(word -> word.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> wordsOfTheRulebook() {
        return Docs.files(RESOURCES.resolve("rulebook").resolve("codes"), ".yaml").stream()
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .flatMap(list -> Stream.concat(
                        Stream.of(list),
                        Rulebook.load().codeList(list).codes().stream().map(CodeList.Code::code)))
                .collect(Collectors.toSet());
    }

    private static Set<String> facts(String sentence) {
        return Docs.matches("\\{([A-Za-z]+)}", sentence)
                .map(fact -> fact.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> sentences(String file) {
        var all = new Properties();
        try (var in = Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8)) {
            all.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var refusals = new TreeMap<String, String>();
        all.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> refusals.put(key.substring(PREFIX.length()), all.getProperty(key)));
        return refusals;
    }
}
