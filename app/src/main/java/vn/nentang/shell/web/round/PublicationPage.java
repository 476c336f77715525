package vn.nentang.shell.web.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Place;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.review.TypedFields;

/**
 * The results of a year as they are made public: of a committee what it decided, of a cell its own.
 *
 * @param rows those on this page
 * @param counts over all pages
 * @param what {@code due} where only what was not made public is shown; else empty
 * @param done each time something was made public, by day
 * @param records whether the reader may make public what is due
 * @param seen stands for the list as it is shown; null while nothing was sent
 * @param command the id of the form; null for a new one
 */
public record PublicationPage(
        Place place,
        List<Organization> path,
        @Nullable Citation source,
        List<Row> rows,
        Counts counts,
        String what,
        Pages pages,
        List<Done> done,
        boolean records,
        List<FactFields.Option> manners,
        String seen,
        @Nullable String command,
        TypedFields typed,
        List<Refusal> problems)
        implements Page {

    public PublicationPage {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
        done = List.copyOf(done);
        manners = List.copyOf(manners);
        problems = List.copyOf(problems);
    }

    /**
     * One organisation or member.
     *
     * @param of the cell of a member; empty for an organisation
     * @param published when it was made public, in words; empty where it was not
     * @param changed whether another level was made public than counts now
     * @param more where its history is told; null where the reader may not open it
     */
    public record Row(
            String name,
            String of,
            String outcome,
            String published,
            boolean due,
            boolean changed,
            boolean answered,
            @Nullable String more) {}

    /**
     * How many there are.
     *
     * @param due of organisations and members together, not made public as they count now
     * @param undecided members without a decision
     */
    public record Counts(int organizations, int members, int due, int undecidedOrganizations, int undecided) {}

    /** One time, in words. */
    public record Done(String on, String how, String what, String by) {}

    public String action() {
        return "/reviews/%d/organizations/%s/publication"
                .formatted(place.year(), place.organization().id());
    }

    public String paper(String format) {
        return "/reviews/%d/organizations/%s/papers/publication?format=%s"
                .formatted(place.year(), place.organization().id(), format);
    }

    @Override
    public String template() {
        return "round/publication";
    }
}
