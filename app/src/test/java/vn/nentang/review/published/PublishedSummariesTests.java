package vn.nentang.review.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.review.published.PublishedSummaries.Reading;
import vn.nentang.rulebook.Rulebook;

final class PublishedSummariesTests {

    private static final Path PUBLISHED = Path.of("..", "..", "shared", "regulations", "published-results.md");
    private static final Rulebook RULES = Rulebook.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # id                 | assessed | flags
            namcan2018_cells     | 147      |
            namcan2018_tccsd     | 51       |
            namcan2018_members   | 2645     | level-missing HTT; level-missing HTN; level-missing KHT; cap-not-computable
            tanyen2015_cells     | 543      | not-assessed-unexplained; cap-not-computable
            tanyen2015_members   | 6659     | cap-within-rounding
            tanyen2015_tccsd     | 41       | printed-contradicts HTN; level-missing YK; cap-not-computable
            dongthap2012_members |          | ratio-contradicts HTXS
            dian2022_tccsd       | 50       |
            dian2022_cells       | 142      | level-missing KHT; sum-not-total; missing-stated
            dian2022_members     | 4760     | level-missing HTXS; level-missing HTT; level-missing HTN; level-missing KHT; cap-not-computable
            """)
    void every_published_fixture_is_read_with_what_does_not_add_up(String id, Integer assessed, String flags)
            throws IOException {
        var summary = fixture(id);

        assertThat(summary.assessed()).isEqualTo(assessed);
        assertThat(summary.flags().stream().map(PublishedSummariesTests::shortly))
                .containsExactlyElementsOf(flags == null ? List.of() : Arrays.asList(flags.split("; ")));
    }

    private static String shortly(Flag flag) {
        var level = flag.facts().get("level");
        return level == null ? flag.code().code() : flag.code().code() + " " + level;
    }

    @ParameterizedTest
    @CsvSource({
        "namcan2018_cells, HTXS, 28, 147, 4/21, 19.05",
        "namcan2018_cells, HTT, 100, 147, 100/147, 68.03",
        "namcan2018_cells, HTN, 10, 147, 10/147, 6.80",
        "namcan2018_cells, KHT, 9, 147, 3/49, 6.12",
        "namcan2018_tccsd, HTXS, 8, 51, 8/51, 15.69",
        "namcan2018_members, HTXS, 249, 2645, 249/2645, 9.41",
        "tanyen2015_cells, TSVM, 304, 543, 304/543, 55.99",
        "tanyen2015_tccsd, HTN, 2, 41, 2/41, 4.88",
        "dian2022_tccsd, HTT, 37, 50, 37/50, 74.00",
    })
    void shares_are_exact_fractions_of_those_assessed(
            String id, String level, int numerator, int denominator, String lowest, String percent) throws IOException {
        var share = fixture(id).shares().get(level);

        assertThat(share).isNotNull().satisfies(found -> {
            assertThat(found.numerator()).isEqualTo(numerator);
            assertThat(found.denominator()).isEqualTo(denominator);
            assertThat(found.lowestTerms()).isEqualTo(lowest);
            assertThat(found.percent()).isEqualByComparingTo(percent);
        });
    }

    @ParameterizedTest // 132-QĐ/TW, 21-HD/BTCTW: the literal wording; and measured against both levels
    @CsvSource({
        "namcan2018_tccsd, 0.2286, true, 0.1860, false, 0.20",
        "namcan2018_cells, 0.2800, true, 0.2188, true, 0.20",
        "dian2022_tccsd, 0.2703, true, 0.2128, true, 0.20",
        "dian2022_cells, 0.2929, true, 0.2266, true, 0.20",
        "tanyen2015_members, 0.1497, false, 0.1302, false, 0.15",
        "dongthap2012_members, 0.1617, true, 0.1392, false, 0.15",
    })
    void the_cap_is_shown_by_both_denominators(
            String id, String ofBase, boolean exceeded, String ofBoth, boolean exceededOfBoth, String limit)
            throws IOException {
        var cap = fixture(id).cap();

        assertThat(cap).isNotNull().satisfies(found -> {
            assertThat(found.ofBase()).isEqualByComparingTo(ofBase);
            assertThat(found.exceeded()).isEqualTo(exceeded);
            assertThat(found.ofBoth()).isEqualByComparingTo(ofBoth);
            assertThat(found.exceededOfBoth()).isEqualTo(exceededOfBoth);
            assertThat(found.limit().number()).isEqualByComparingTo(limit);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {id: a, regime: QD366, assessed: 60, HTXS: 9, HTT: 37, HTN: 0, KHT: 0}                             | sum-not-assessed
            {id: a, regime: QD366, assessed: 40, HTXS: 9, HTT: 37, HTN: 0, KHT: 0}                             | sum-not-assessed
            {id: a, regime: QD366, total: 50, assessed: 46, exempt: 3, HTXS: 9, HTT: 37, HTN: 0, KHT: 0}       | parts-not-total
            {id: a, regime: QD366, total: 40, assessed: 46, HTXS: 9, HTT: 37, HTN: 0, KHT: 0}                  | assessed-above-total
            {id: a, regime: QD366, total: 50, HTXS: 9, HTT: 37, HTN: 0, KHT: 0, missing: 3}                    | sum-not-total; missing-stated; missing-not-the-difference
            {id: a, regime: QD366, pct: {HTXS: 10, HTT: 70, HTN: 10, KHT: 5}}                                  | percent-sum
            {id: a, regime: QD366, pct: {HTXS: 10.004, HTT: 70, HTN: 14.99, KHT: 5}}                           |
            {id: a, regime: QD366, assessed: 46, HTXS: 9, HTT: 37, HTN: 0, KHT: 0, pct: {HTXS: 19.57}}         |
            {id: a, regime: QD366, assessed: 46, HTXS: 9, HTT: 37, HTN: 0, KHT: 0, pct: {HTXS: 24.32}}         | percent-contradicts-count HTXS
            {id: a, regime: TSVM, year: 2015, total: 545, assessed: 543, new: 2, TSVM: 304, HTT: 228, HTN: 11, YK: 0, TB: 50, TB_includes_TSVM: true, pct: {TSVM: 55.8}} | includes-not-stated TSVM_TB; percent-of-total TSVM; unknown-key
            {id: a, regime: QD132, year: 2024, assessed: 46, HTXS: 6, HTT: 40, HTN: 0, KHT: 0}                 | regime-of-another-year
            {id: a, regime: QD366, HTXS: 9, HTT: 37, HTN: 0, KHT: 0, HTXS_of_HTT_pct: 24.32}                   |
            {id: a, regime: QD366, HTXS: 9, HTT: 37, HTN: 0, KHT: 0, HTXS_of_HTT_pct: 19.57}                   | ratio-contradicts HTXS
            {id: a_tccsd, regime: TSVM, total: 28, TSVM: 21, TB: 4, HTT: 7, HTN: 0, YK: 0}                     | includes-not-stated TSVM_TB
            {id: a_tccsd, regime: TSVM, total: 28, TSVM: 4, TB: 21, HTT: 24, HTN: 0, YK: 0, TSVM_includes_TB: true} | part-above-whole TSVM_TB
            {id: a, regime: QD366, HTXS: 9, HTT: 37, HTN: 0, KHT: 0, hạng: 3}                                  | unknown-key
            """)
    void each_contradiction_has_its_own_flag(String entry, String flags) {
        assertThat(only(entry).flags().stream().map(PublishedSummariesTests::shortly))
                .containsExactlyElementsOf(flags == null ? List.of() : Arrays.asList(flags.split("; ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {id: a, regime: QD366, assessed: "1.234", HTXS: "34", HTT: 1200, HTN: 0, KHT: 0}  | number-understood
            {id: a, regime: QD366, assessed: 1.234, HTXS: 34, HTT: "1,200", HTN: 0, KHT: 0}   | number-understood; number-understood
            {id: a, regime: QD366, assessed: 1 234, HTXS: 34, HTT: 1200, HTN: 0, KHT: 0}      | number-understood
            {id: a, regime: QD366, assessed: 46, HTXS: 9, HTT: 37, HTN: 0, KHT: 0, pct: {HTXS: "19,57", HTT: "80.43 %"}} |
            {id: a, regime: QD366, assessed: 46, HTXS: 9, HTT: 37, HTN: 0, KHT: 0, pct: {HTXS: "20,57"}} | percent-contradicts-count HTXS
            {id: a, regime: QD366, HTXS: 9, HTT: 37, HTN: 0, KHT: 0, HTXS_of_HTT_pct: "24,32"} |
            """)
    void numbers_are_read_as_tables_print_them(String entry, String flags) {
        assertThat(only(entry).flags().stream().map(PublishedSummariesTests::shortly))
                .containsExactlyElementsOf(flags == null ? List.of() : Arrays.asList(flags.split("; ")));
        assertThat(only(entry).assessed()).isIn(46, 1234);
    }

    @Test // the years of “trong sạch, vững mạnh”: the outstanding counted within, or apart
    void a_chosen_part_of_a_level_is_counted_once() {
        var within = only("{id: a, regime: TSVM, TSVM: 21, TB: 4, TSVM_includes_TB: true, HTT: 7, HTN: 0, YK: 0}");
        var apart = only("{id: a, regime: TSVM, TSVM: 17, TB: 4, TSVM_includes_TB: false, HTT: 7, HTN: 0, YK: 0}");

        for (var summary : List.of(within, apart)) {
            assertThat(summary.assessed()).isEqualTo(28);
            assertThat(summary.addsUp()).isTrue();
            assertThat(summary.cap())
                    .isNotNull()
                    .satisfies(cap -> assertThat(cap.ofBase()).isEqualByComparingTo("0.1905"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            - {id: a, regime: QD999, HTXS: 1}                              | 1 | unknown-name
            - {regime: QD366, HTXS: 1}                                     | 1 | missing
            - {id: a, regime: QD366, HTXS: nine}                           | 1 | not-a-number
            - {id: a, regime: QD366, HTXS: -1}                             | 1 | not-a-number
            - {id: a, regime: QD366, HTXS: 1.5}                            | 1 | not-a-number
            - {id: a, regime: QD366, HTXS: }                               | 1 | missing
            - {id: a, regime: QD366, HTXS: [1]}                            | 1 | not-text
            - {id: a, regime: QD366, HTXS: 1, HTXS: 2}                     | 1 | key-twice
            - {id: a, regime: QD366, pct: {XYZ: 1}}                        | 1 | unknown-name
            - {id: a, regime: QD366, pct: 5}                               | 1 | not-a-mapping
            - {id: a, HTXS: 1}                                             | 1 | missing
            - just text                                                    | 1 | not-a-mapping
            id: a                                                          | 1 | not-a-list
            - !!java.net.URL [http://localhost]                            | 1 | not-yaml
            - {id: &x a, regime: *x}                                       | 1 | alias
            - {id: a, regime: QD366                                        | 1 | not-yaml
            """)
    void what_cannot_be_read_is_refused_with_its_line(String text, int line, String fault) {
        var reading = PublishedSummaries.read("list.yaml", text, RULES);

        var refused = Assertions.assertThat(reading)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Reading.Refused.class))
                .actual();
        assertThat(refused.problems()).anySatisfy(problem -> {
            assertThat(problem.fault().code()).isEqualTo(fault);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.vietnamese()).contains("list.yaml");
        });
    }

    @Test
    void lines_are_those_of_the_page_and_not_of_the_block() {
        var page =
                "# Kết quả\n\nđoạn văn\n\n```yaml\n- {id: a, regime: QD366, HTXS: 1}\n- {id: a, regime: QD366, HTXS: x}\n```\n";

        var reading = PublishedSummaries.read("page.md", page, RULES);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.line())
                                .containsOnly(7));
    }

    @Test
    void a_file_beyond_the_bounds_is_refused(@TempDir Path folder) throws IOException {
        var large = Files.writeString(folder.resolve("large.yaml"), "- {id: a}\n".repeat(200_000));
        var deep = Files.writeString(folder.resolve("deep.yaml"), "- " + "[".repeat(500) + "]".repeat(500));

        assertThat(faults(large)).containsExactly("too-large");
        assertThat(faults(deep)).containsExactly("not-yaml");
    }

    private static List<String> faults(Path file) throws IOException {
        return PublishedSummaries.read(file, RULES) instanceof Reading.Refused refused
                ? refused.problems().stream()
                        .map(problem -> problem.fault().code())
                        .toList()
                : List.of();
    }

    @Test
    void json_keeps_numerators_and_denominators() throws IOException {
        var json = JsonMapper.shared().valueToTree(SummaryJson.of(PublishedSummaries.read(PUBLISHED, RULES)));

        var first = json.path("summaries").path(0);
        assertThat(first.path("id").asString()).isEqualTo("namcan2018_cells");
        assertThat(first.path("shares").path("HTXS").path("numerator").asInt()).isEqualTo(28);
        assertThat(first.path("shares").path("HTXS").path("denominator").asInt())
                .isEqualTo(147);
        assertThat(first.path("cap").path("limit").decimalValue()).isEqualByComparingTo("0.2");
        assertThat(first.path("flags").isEmpty()).isTrue();
    }

    private static PublishedSummary fixture(String id) throws IOException {
        return read(PublishedSummaries.read(PUBLISHED, RULES)).stream()
                .filter(summary -> summary.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static PublishedSummary only(String entry) {
        return read(PublishedSummaries.read("list.yaml", "- " + entry, RULES)).getFirst();
    }

    private static List<PublishedSummary> read(Reading reading) {
        return switch (reading) {
            case Reading.Read(var summaries) -> summaries;
            case Reading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
