package vn.nentang.shell.web.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.organization.Organization;
import vn.nentang.review.years.UnitTitles;
import vn.nentang.shell.web.Frame;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Place;

/**
 * The organisations behind a figure of a year.
 *
 * @param kind cells, grassroots or all
 * @param decides whether the viewer may open the decision on each
 * @param code of the level or reason; empty for all
 * @param what the same in words
 * @param found on all pages together
 */
public record OrganizationsPage(
        int year,
        Organization organization,
        List<Organization> path,
        String kind,
        String code,
        String what,
        int found,
        List<Row> rows,
        boolean decides,
        Pages pages)
        implements Page {

    public OrganizationsPage {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
    }

    /**
     * One organisation.
     *
     * @param allowed what the facts allowed or allow, in words; empty where nothing is known
     * @param title the unit's title in words; empty where none was recorded
     * @param contradiction how title and level do not fit, to be looked at by people; null where they do
     */
    public record Row(
            Organization organization,
            Place place,
            String type,
            String outcome,
            String allowed,
            String because,
            String title,
            UnitTitles.@Nullable Contradiction contradiction) {}

    /** This list; a page can be added. */
    public String address() {
        return "/reviews/%d/organizations?org=%s&kind=%s&what=%s"
                .formatted(year, organization.id(), Frame.encoded(kind), Frame.encoded(code));
    }

    /** Whether any of them has a title. */
    public boolean hasTitles() {
        return rows.stream().anyMatch(row -> !row.title().isEmpty());
    }

    @Override
    public String template() {
        return "review/organizations";
    }
}
