package vn.nentang.shell.web.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Place;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.review.TypedFields;

/** What other cells remark on members: what is there, and what is asked for. */
public record RemarksPage(
        Place place,
        List<Organization> path,
        List<Row> rows,
        @Nullable String command,
        TypedFields typed,
        List<Refusal> problems)
        implements Page {

    public RemarksPage {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * One row.
     *
     * @param field what the names of the fields begin with
     */
    public record Row(String field, String name, String source, String text, boolean isGiven, boolean isMissing) {}

    public String action() {
        return Desk.path(place) + "/remarks";
    }

    public String back() {
        return Desk.path(place);
    }

    @Override
    public String template() {
        return "round/remarks";
    }
}
