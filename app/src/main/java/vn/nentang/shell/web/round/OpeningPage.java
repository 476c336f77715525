package vn.nentang.shell.web.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Place;
import vn.nentang.rulebook.Ruling;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.review.TypedFields;

/**
 * A committee opens the round of a year, or sets it anew.
 *
 * @param groups rows for the groups of similar position, filled and empty ones
 * @param kinds the kinds of member that may stand in a group
 * @param deadlines the days of the guidance that bound the round
 */
public record OpeningPage(
        Place place,
        List<Organization> path,
        List<Row> groups,
        List<FactFields.Option> kinds,
        List<Ruling> deadlines,
        @Nullable String command,
        TypedFields typed,
        List<Refusal> problems)
        implements Page {

    public OpeningPage {
        path = List.copyOf(path);
        groups = List.copyOf(groups);
        kinds = List.copyOf(kinds);
        deadlines = List.copyOf(deadlines);
        problems = List.copyOf(problems);
    }

    /**
     * One row.
     *
     * @param field what the names of the fields begin with
     */
    public record Row(String field, String name, List<String> kinds) {
        public Row {
            kinds = List.copyOf(kinds);
        }
    }

    public String action() {
        return "/reviews/%d/organizations/%s/round"
                .formatted(place.year(), place.organization().id());
    }

    @Override
    public String template() {
        return "round/opening";
    }
}
