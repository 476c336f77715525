package vn.nentang.shell.web.review;

import java.util.List;
import vn.nentang.kernel.PersonId;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Pages;

/**
 * A year's facts under another regulation, side by side.
 *
 * @param regimes those that may be tried
 * @param counts each level or reason under both
 * @param missing facts the other regulation asks for and nobody recorded
 * @param differing how many would come out otherwise, or cannot be told
 */
public record WhatIfPage(
        int year,
        Organization organization,
        List<Organization> path,
        ReviewRegime own,
        ReviewRegime other,
        List<ReviewRegime> regimes,
        int members,
        List<Count> counts,
        int undecided,
        int unmatched,
        List<Missing> missing,
        int differing,
        List<Row> rows,
        Pages pages)
        implements Page {

    public WhatIfPage {
        path = List.copyOf(path);
        regimes = List.copyOf(regimes);
        counts = List.copyOf(counts);
        missing = List.copyOf(missing);
        rows = List.copyOf(rows);
    }

    /** One level or reason: how many were decided, and how many the other regulation would allow. */
    public record Count(String label, int decided, int tried) {}

    /** A fact, and of how many it is missing. */
    public record Missing(String label, int number) {}

    /** One member who would come out otherwise; the reasons are the other regulation's conditions. */
    public record Row(
            PersonId person,
            String fullName,
            String cell,
            String decided,
            String tried,
            List<CheckPage.Reason> reasons) {
        public Row {
            reasons = List.copyOf(reasons);
        }
    }

    /** Those that may be tried, but for the year's own. */
    public List<ReviewRegime> others() {
        return regimes.stream().filter(one -> !one.id().equals(own.id())).toList();
    }

    public String address() {
        return "/reviews/%d/what-if?org=%s&regime=%s".formatted(year, organization.id(), other.id());
    }

    @Override
    public String template() {
        return "review/whatif";
    }
}
