package vn.nentang.review.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nentang.review.CaseTable;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;

final class YearsInARowTests {

    private static final Rulebook RULES = Rulebook.load();

    record Case(String name, int upTo, int founded, String results, int good, String goodEnd, int top, String topEnd) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return CaseTable.rows("streaks.yaml", "cases", row -> {
            row.text("article");
            return new Case(
                    row.text("case"),
                    row.integer("upTo"),
                    row.integer("founded"),
                    row.text("results"),
                    row.integer("good"),
                    row.text("goodEnd"),
                    row.integer("top"),
                    row.text("topEnd"));
        });
    }

    @ParameterizedTest
    @MethodSource("cases") // each case names its article
    void years_in_a_row_are_counted_across_the_changes_of_regime(Case one) {
        var row = new YearsInARow(results(one.results()), one.founded(), new Changes(RULES));

        var good = row.upTo(one.upTo(), result -> ladder(result).good().contains(result.code()));
        var top = row.upTo(one.upTo(), result -> ladder(result).top().contains(result.code()));

        assertThat(good.length()).isEqualTo(one.good());
        assertThat(said(good.end())).isEqualTo(one.goodEnd());
        assertThat(top.length()).isEqualTo(one.top());
        assertThat(said(top.end())).isEqualTo(one.topEnd());
        assertThat(good.since()).isEqualTo(Math.min(one.upTo(), one.upTo() - one.good() + 1));
    }

    private static List<YearResult> results(String text) {
        return Arrays.stream(text.split(", ")).map(YearsInARowTests::result).toList();
    }

    private static YearResult result(String text) {
        var year = Integer.parseInt(text.substring(0, 4));
        var code = text.substring(5);
        var regime = RULES.findRegime(LocalDate.of(year, 12, 31)).orElseThrow().id();
        return code.startsWith("?")
                ? new YearResult(year, regime, null, code.substring(1))
                : new YearResult(year, regime, code, null);
    }

    private static Ladder ladder(YearResult result) {
        return Ladder.of(RULES.findRegime(result.regime()).orElseThrow(), Ladder.ORGANIZATION);
    }

    private static String said(Streak.End end) {
        return end.why().name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + end.year();
    }

    @Test
    void a_change_the_rulebook_calls_incomparable_breaks_a_row() {
        var row = new YearsInARow(results("2023 HTXS, 2024 HTXS, 2025 HTXS"), 2000, new Changes(incomparableIn2025()));

        assertThat(said(row.upTo(2025, _ -> true).end())).isEqualTo("not-comparable 2024");
        assertThat(row.upTo(2024, _ -> true).length()).isEqualTo(2);
    }

    /** The rulebook's own list with one word changed. */
    private static CodeList incomparableIn2025() {
        var list = RULES.codeList("review-comparable");
        var codes = list.codes().stream()
                .map(code -> code.code().equals("QD366")
                        ? new CodeList.Code(
                                code.code(),
                                code.label(),
                                code.names(),
                                code.from(),
                                code.until(),
                                Map.of("after", "QD124", "carries", "no"))
                        : code)
                .toList();
        return new CodeList(list.name(), list.title(), list.source(), codes);
    }

    @Test
    void the_notes_told_are_those_of_the_changes_among_the_results() {
        var changes = new Changes(RULES);

        assertThat(changes.among(Set.of("QD366"))).isEmpty();
        assertThat(changes.among(Set.of("QD124", "QD366")))
                .extracting(Changes.Note::to)
                .containsExactly("QD366");
        assertThat(changes.among(Set.of("TSVM", "QD132", "QD124", "QD366")))
                .extracting(Changes.Note::from)
                .containsExactly("TSVM", "QD132", "QD124");
        assertThat(changes.among(Set.of("QD124", "QD366")))
                .allMatch(note -> note.source().mark().needsCaution());
    }
}
