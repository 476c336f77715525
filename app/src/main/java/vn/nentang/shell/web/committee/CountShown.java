package vn.nentang.shell.web.committee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;

/**
 * A count as a page explains it.
 *
 * @param total how many count
 * @param needed the least votes that are enough
 * @param tied names of those with equal votes for the last seats
 * @param problems why it cannot be recorded
 */
public record CountShown(
        List<BaseLine> base,
        int total,
        int needed,
        @Nullable Citation winning,
        int seats,
        int candidates,
        int surplusMax,
        List<Line> lines,
        List<String> tied,
        int openSeats,
        List<Note> notices,
        List<Refusal> problems) {

    public CountShown {
        base = List.copyOf(base);
        lines = List.copyOf(lines);
        tied = List.copyOf(tied);
        notices = List.copyOf(notices);
        problems = List.copyOf(problems);
    }

    /** One line of the reckoning of who counts. */
    public record BaseLine(
            String key,
            int number,
            boolean counts,
            @Nullable Citation citation) {}

    /** A candidate, the votes, and what became of the candidacy in a sentence. */
    public record Line(
            PersonId person,
            String name,
            int agree,
            int disagree,
            int voided,
            String fate,
            String sentence,
            @Nullable Citation citation) {

        public boolean isElected() {
            return fate.equals("elected");
        }
    }

    /** Something to know, with its article. */
    public record Note(String sentence, @Nullable Citation citation) {}
}
