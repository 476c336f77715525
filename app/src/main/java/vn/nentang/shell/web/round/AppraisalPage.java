package vn.nentang.shell.web.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Place;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.review.TypedFields;

/**
 * A level between the cell and the one that decides looks through the proposals.
 *
 * @param by the level that appraises
 * @param own the row of the organisation itself
 */
public record AppraisalPage(
        Place place,
        List<Organization> path,
        Organization by,
        Choices choices,
        List<Row> rows,
        Row own,
        @Nullable Citation source,
        @Nullable String command,
        TypedFields typed,
        List<Refusal> problems)
        implements Page {

    public AppraisalPage {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * One subject.
     *
     * @param field what the names of the fields begin with
     * @param proposed what came up, in words
     * @param allowed what the facts allow, in words
     * @param why where its steps and articles are told; empty for the organisation itself
     */
    public record Row(
            String field, String name, String proposed, String allowed, String chosen, String because, String why) {}

    public String action() {
        return Desk.path(place) + "/appraise";
    }

    public String back() {
        return Desk.path(place);
    }

    @Override
    public String template() {
        return "round/appraisal";
    }
}
