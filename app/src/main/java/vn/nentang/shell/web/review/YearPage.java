package vn.nentang.shell.web.review;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewReport;
import vn.nentang.shell.web.Bars;
import vn.nentang.shell.web.Frame;
import vn.nentang.shell.web.Page;

/**
 * The review of one year in one organisation and all below it.
 *
 * @param levels of members and organisations together, highest first
 * @param groups what each group of the caps is called, by code
 * @param path from the top of the reach down to the organisation itself, on the last day of the year
 * @param lists whether the viewer may open the lists of persons
 */
public record YearPage(
        ReviewReport report,
        List<Organization> path,
        Bars byOrganization,
        List<ShownLevel> legend,
        List<ShownLevel> levels,
        List<ShownLevel> reasons,
        Map<String, String> groups,
        boolean lists)
        implements Page {

    public YearPage {
        path = List.copyOf(path);
        legend = List.copyOf(legend);
        levels = List.copyOf(levels);
        reasons = List.copyOf(reasons);
        groups = Map.copyOf(groups);
    }

    /** The members behind a figure; a code of a level or reason, {@code undecided}, or empty for all. */
    public String members(Organization organization, String code) {
        return "/reviews/%d/members?org=%s&what=%s".formatted(report.year(), organization.id(), Frame.encoded(code));
    }

    /** The organisations behind a figure. */
    public String organizations(Organization organization, String kind, @Nullable String code) {
        return "/reviews/%d/organizations?org=%s&kind=%s&what=%s"
                .formatted(report.year(), organization.id(), kind, code == null ? "" : Frame.encoded(code));
    }

    public String of(Organization organization) {
        return "/reviews/%d?org=%s".formatted(report.year(), organization.id());
    }

    @Override
    public String template() {
        return "review/year";
    }
}
