package vn.nentang.desk;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewYears;

/** The yearly results of one organisation and all below it, computed from the decisions on record. */
@Component
public final class Headlines {

    private static final int YEARS_MAX = 5;

    private final ReviewResults results;
    private final ReviewReports reports;
    private final ReviewYears years;

    Headlines(ReviewResults results, ReviewReports reports, ReviewYears years) {
        this.results = results;
        this.reports = reports;
        this.years = years;
    }

    /** How many members have no result for a year yet; none in a year without a regime. */
    public int undecided(OrganizationId organization, int year) {
        return reports.of(organization, year)
                .map(report -> report.total().members().undecided())
                .orElse(0);
    }

    /** The last years with results, five at most, latest first; those that ended by the day. */
    public List<ReviewReport> of(OrganizationId organization, LocalDate on) {
        return results.years().stream()
                .filter(year -> !years.lastDayOf(year).isAfter(on))
                .flatMap(year -> reports.of(organization, year).stream())
                .filter(report -> report.goodMembers().whole() > 0)
                .limit(YEARS_MAX)
                .toList();
    }
}
