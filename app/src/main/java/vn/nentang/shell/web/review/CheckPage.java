package vn.nentang.shell.web.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Mark;
import vn.nentang.review.Cap;
import vn.nentang.rulebook.Label;
import vn.nentang.shell.web.Page;

/**
 * The check of a year's workbook: the form, and after a file was sent what the regulation allows for each member. Nothing
 * is recorded.
 *
 * @param year as typed
 * @param refusal why nothing can be said; null when something can
 * @param result null before a file was sent, and when it was refused
 * @param record where the decisions are recorded; null for those who do not record
 * @param waiting workbooks of this account that wait for their decisions
 */
public record CheckPage(
        String year,
        @Nullable Label refusal,
        @Nullable Result result,
        @Nullable String record,
        List<Waiting> waiting) implements Page {

    public CheckPage {
        waiting = List.copyOf(waiting);
    }

    /** A workbook checked before that waits for its decisions. */
    public record Waiting(String path, String file, int year) {}

    /**
     * What was found in a workbook.
     *
     * @param organization as the workbook names it; null where it does not
     * @param cap null where the regime has none
     */
    public record Result(
            String file,
            @Nullable String organization,
            int year,
            Label regime,
            Citation source,
            List<Count> counts,
            @Nullable Cap cap,
            @Nullable Cap proposed,
            List<Label> remarks,
            List<Member> members) {
        public Result {
            counts = List.copyOf(counts);
            remarks = List.copyOf(remarks);
            members = List.copyOf(members);
        }

        public int total() {
            return members.size();
        }
    }

    public record Count(String label, int number, int tone) {}

    /**
     * One row of the workbook.
     *
     * @param agrees whether the cell's proposal is what the facts allow
     * @param reasons conditions that decided, each with its article
     * @param mark the least sure of the articles
     */
    public record Member(
            int row,
            @Nullable String sheet,
            String cell,
            String fullName,
            @Nullable String total,
            String outcome,
            String proposal,
            boolean agrees,
            List<Reason> reasons,
            List<String> problems,
            Mark mark) {
        public Member {
            reasons = List.copyOf(reasons);
            problems = List.copyOf(problems);
        }
    }

    /**
     * A condition that was looked at.
     *
     * @param holds {@code true}, {@code false} or {@code unknown}
     * @param facts what it looked at, as text
     */
    public record Reason(String level, String holds, Label sentence, Citation source, String facts) {}

    @Override
    public String template() {
        return "review/check";
    }
}
