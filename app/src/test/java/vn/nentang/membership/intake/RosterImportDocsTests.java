package vn.nentang.membership.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.nentang.Docs;
import vn.nentang.sheet.Limits;
import vn.nentang.sheet.RefusalReason;

/** Everything the check of a roster can say is on its page. */
final class RosterImportDocsTests {

    private static final String ANYTHING = "…";
    private static final String PAGE = Docs.reference("roster-import.md");
    private static final List<List<String>> ROWS = Docs.rows(PAGE);

    @Test
    void the_page_lists_every_problem_with_its_severity_and_both_sentences() {
        assertThat(ROWS)
                .containsAll(Arrays.stream(ProblemCode.values())
                        .map(code -> List.of(
                                "`" + code.code() + "`", code.severity().code(), code.vi(ANYTHING), code.en(ANYTHING)))
                        .toList());
        assertThat(ROWS.stream().filter(row -> row.size() == 4)).hasSize(ProblemCode.values().length);
    }

    @Test
    void the_page_lists_every_reason_for_refusing_a_file() {
        assertThat(ROWS)
                .containsAll(Arrays.stream(RefusalReason.values())
                        .map(reason -> List.of("`" + reason.code() + "`", reason.vi(), reason.en()))
                        .toList());
    }

    @Test
    void the_page_gives_the_bounds_that_hold() {
        var limits = Limits.standard();
        assertThat(ROWS)
                .contains(
                        List.of("size of the file", (limits.fileBytesMax() >> 20) + " MB"),
                        List.of("all parts unpacked", (limits.unpackedBytesMax() >> 20) + " MB"),
                        List.of("rows with content", grouped(limits.rowsMax())),
                        List.of("cells with content", grouped(limits.cellsMax())),
                        List.of("columns", grouped(limits.columnsMax())),
                        List.of("characters in one cell", grouped(limits.cellCharsMax())),
                        List.of("time to read", limits.seconds() + " s"));
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
