package vn.nentang.shell.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.Tally;
import vn.nentang.statistics.census.Attribute;
import vn.nentang.statistics.census.Census;
import vn.nentang.statistics.census.Dimension;
import vn.nentang.statistics.census.Question;

/**
 * Members by what was decided of them for a year, as the census counts them: those on the rolls on the year's last day, each
 * where the roll has them. A report of the year counts who was reviewed elsewhere where that was done.
 */
@Component
public final class CountedLevels {

    private final Census census;
    private final ReviewReports reports;
    private final ReviewYears years;

    CountedLevels(Census census, ReviewReports reports, ReviewYears years) {
        this.census = census;
        this.reports = reports;
        this.years = years;
    }

    /** Of an organisation and all below it; empty while the census reads the ledger for the first time. */
    public Optional<Tally> of(OrganizationId organization, int year) {
        if (!census.readWithin(Duration.ZERO)) {
            return Optional.empty();
        }
        var grades = reports.memberGrades(year).all();
        var levels = new TreeMap<String, Integer>();
        var reasons = new TreeMap<String, Integer>();
        var undecided = 0;
        var byLevel = List.of(new Dimension(Attribute.LEVEL, year));
        for (var count : census.answer(new Question(organization, years.lastDayOf(year), byLevel))
                .counts()) {
            var outcome = count.values().getFirst();
            var members = Math.toIntExact(count.members());
            if (outcome.isEmpty()) {
                undecided += members;
            } else {
                (grades.contains(outcome) ? levels : reasons).merge(outcome, members, Integer::sum);
            }
        }
        return Optional.of(new Tally(levels, reasons, undecided));
    }
}
