package vn.nentang.shell.web.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.round.Place;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.review.TypedFields;

/**
 * The decisions of a committee on the members of all cells whose papers have come up, with the caps as they would be.
 *
 * @param place the committee that decides
 * @param rows those on this page, 300 at most
 * @param total how many wait in all
 * @param caps one for each group of similar position, counted over the whole round
 * @param live the part that is counted again while one decides
 */
public record DecisionsPage(
        Place place,
        List<Organization> path,
        List<Row> rows,
        int total,
        List<Choice> groups,
        String group,
        List<Choice> cells,
        String cell,
        boolean decidedToo,
        List<GroupCap> caps,
        List<FactFields.Option> levels,
        List<FactFields.Option> reasons,
        boolean canRaise,
        boolean isRaised,
        boolean isOfBoth,
        @Nullable String command,
        TypedFields typed,
        List<Refusal> problems,
        boolean live)
        implements Page {

    public DecisionsPage {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
        groups = List.copyOf(groups);
        cells = List.copyOf(cells);
        caps = List.copyOf(caps);
        levels = List.copyOf(levels);
        reasons = List.copyOf(reasons);
        problems = List.copyOf(problems);
    }

    public record Choice(String code, String label) {}

    /**
     * One member.
     *
     * @param field what the names of the fields begin with
     * @param allowed what the regulation allows, in words
     * @param votes the count of the meeting in words
     * @param chosen code of the level chosen; empty where it is left for later
     * @param differs whether a reason is needed
     */
    public record Row(
            String field,
            String name,
            String cell,
            String group,
            String votes,
            String proposed,
            String because,
            String allowed,
            String chosen,
            String outcome,
            boolean differs,
            String more) {}

    /** One group's cap, with both readings of the denominator. */
    public record GroupCap(String name, ReviewReport.GroupCap cap) {}

    public String action() {
        return "/reviews/%d/organizations/%s/decisions"
                .formatted(place.year(), place.organization().id());
    }

    /** Whether a cap is exceeded and a decision may still be recorded of it, though nobody waits for a level. */
    public boolean asksForCaps() {
        return rows.isEmpty() && caps.stream().anyMatch(group -> group.cap().isExceeded());
    }

    @Override
    public boolean countsLive() {
        return !live;
    }

    @Override
    public String template() {
        return live ? "round/caps" : "round/decisions";
    }
}
