package vn.nentang.shell.web.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewYears;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.OutOfReach;

/** Which organisation and which year a page of several years is about. */
@Component
final class AskedYear {

    private static final int YEAR_MIN = 1930;

    private final ReviewResults results;
    private final ReviewYears years;

    AskedYear(ReviewResults results, ReviewYears years) {
        this.results = results;
        this.years = years;
    }

    /** @param years those with results, latest first */
    record Asked(Organization organization, int year, List<Integer> years) {}

    /**
     * As asked; else the last year with results, and the first organisation within reach.
     *
     * @throws OutOfReach for what the viewer may not see, or what was not there
     */
    Asked of(@Nullable OrganizationId organization, @Nullable Integer year, Viewer viewer, AsOf asOf) {
        var known = results.years();
        var today = asOf.today().getYear();
        var meant = year != null ? year : known.stream().findFirst().orElse(today);
        OutOfReach.unless(meant >= YEAR_MIN && meant <= today + 1);
        var lastDay = lastDayOf(meant);
        var found = Optional.ofNullable(organization)
                .or(() -> viewer.scope().top(lastDay).map(Organization::id))
                .flatMap(id -> viewer.scope().find(id, lastDay));
        return new Asked(OutOfReach.require(found), meant, known);
    }

    LocalDate lastDayOf(int year) {
        return years.lastDayOf(year);
    }
}
