package vn.nentang.shell.web.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Place;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Pages;

/**
 * How far a round is: for each organisation what is done, what it waits for, who is late.
 *
 * @param waiting how many members wait for a decision of this committee
 */
public record ProgressPage(
        Place place,
        List<Organization> path,
        List<Row> rows,
        List<Count> counts,
        String what,
        int found,
        Pages pages,
        int waiting,
        boolean decides,
        boolean opens,
        List<Refusal> problems)
        implements Page {

    public ProgressPage {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
        counts = List.copyOf(counts);
        problems = List.copyOf(problems);
    }

    /**
     * One organisation.
     *
     * @param state code: {@code collecting}, {@code met}, {@code submitted}, {@code returned}, {@code members-decided},
     *     {@code decided}
     * @param waits what it waits for, in words
     * @param depth how deep it stands below the organisation of the page
     */
    public record Row(
            Organization organization,
            int depth,
            String state,
            String waits,
            boolean late,
            int written,
            int members,
            int decided) {}

    public record Count(String state, int number) {}

    public String address() {
        return "/reviews/%d/organizations/%s/progress"
                .formatted(place.year(), place.organization().id());
    }

    public String dossier(Organization organization) {
        return Desk.path(place.year(), organization.id());
    }

    public String publication() {
        return "/reviews/%d/organizations/%s/publication"
                .formatted(place.year(), place.organization().id());
    }

    @Nullable
    public String decisions() {
        return decides
                ? "/reviews/%d/organizations/%s/decisions"
                        .formatted(place.year(), place.organization().id())
                : null;
    }

    @Override
    public String template() {
        return "round/progress";
    }
}
