package vn.nentang.shell.web.round;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Place;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.review.TypedFields;

/**
 * The cell's meeting on the year: who came, how many voted for which level, what is proposed.
 *
 * @param own the row of the cell itself
 */
public record MeetingPage(
        Place place,
        List<Organization> path,
        Choices choices,
        List<Row> rows,
        Row own,
        @Nullable Citation order,
        @Nullable LocalDate metOn,
        @Nullable String command,
        TypedFields typed,
        List<Refusal> problems)
        implements Page {

    public MeetingPage {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * One subject of the vote.
     *
     * @param field what the names of the fields begin with
     * @param asked the level asked for, in words
     * @param allowed what the facts allow, in words
     * @param chosen code of the proposal
     * @param votes whether a vote is taken; none on who has no level
     * @param corrections facts the meeting may put right; empty until somebody asks for them
     */
    public record Row(
            String field,
            String name,
            String asked,
            String allowed,
            String chosen,
            String because,
            boolean votes,
            List<FactFields.Field> corrections) {
        public Row {
            corrections = List.copyOf(corrections);
        }

        public String votesFor(String level) {
            return field + "votes." + level;
        }
    }

    public int base() {
        return place.base();
    }

    public String action() {
        return Desk.path(place) + "/meeting";
    }

    public String back() {
        return Desk.path(place);
    }

    @Override
    public String template() {
        return "round/meeting";
    }
}
