package vn.nentang.shell.web.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Place;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.review.TypedFields;

/**
 * All members of a cell on one sheet, for those who bring their self-reviews on paper.
 *
 * @param rows one for each member who is reviewed
 * @param others members without a level, and why
 */
public record SheetPage(
        Place place,
        List<Organization> path,
        List<Row> rows,
        List<Other> others,
        @Nullable String command,
        TypedFields typed,
        List<Refusal> problems)
        implements Page {

    public SheetPage {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
        others = List.copyOf(others);
        problems = List.copyOf(problems);
    }

    /**
     * One member.
     *
     * @param state when it was handed in, or that it was not
     * @param locked whether the member handed it in under the own name, so that only the meeting corrects it
     * @param kinds kind and group in one choice: the kind, a slash, the group
     * @param facts usual facts and points
     */
    public record Row(
            String person,
            String name,
            String state,
            boolean done,
            boolean locked,
            List<FactFields.Option> kinds,
            String kind,
            List<FactFields.Field> facts,
            String more) {
        public Row {
            kinds = List.copyOf(kinds);
            facts = List.copyOf(facts);
        }
    }

    public record Other(String name, String reason) {}

    public String action() {
        return Desk.path(place) + "/members";
    }

    public String back() {
        return Desk.path(place);
    }

    @Override
    public String template() {
        return "round/sheet";
    }
}
