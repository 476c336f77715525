package vn.nentang.review.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;
import vn.nentang.review.Classification;
import vn.nentang.rulebook.Label;

/**
 * A member's row: what it says, and what the regulation allows on it.
 *
 * @param kind the kind of subject; null where the sheet does not say
 * @param total exact sum of the scores; null where there is none
 * @param votes by level; empty where there are none
 * @param proposal code of the level the cell proposes; null where it proposes none
 * @param classification null where a part of the row is wrong, so that nothing is asserted
 * @param remarks what was understood in a way a person may want to know
 */
public record MemberLine(
        int row,
        @Nullable String sheet,
        String cell,
        String fullName,
        @Nullable PartialDate birth,
        @Nullable String cardNumber,
        @Nullable String kind,
        @Nullable BigDecimal total,
        @Nullable String proposal,
        Map<String, Integer> votes,
        @Nullable Classification classification,
        List<RowProblem> problems,
        List<Label> remarks) {

    public MemberLine {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }
}
