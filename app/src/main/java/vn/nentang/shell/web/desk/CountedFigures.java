package vn.nentang.shell.web.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.Arrivals;
import vn.nentang.review.ReviewReport.Share;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.Tally;
import vn.nentang.review.years.Targets;
import vn.nentang.shell.web.CountedLevels;
import vn.nentang.statistics.census.Census;
import vn.nentang.statistics.census.Question;

/**
 * The figures a wide reach is greeted with. The reviews of that many organisations are not gone through on the way: the census
 * counts their members, once after each change.
 */
@Component
final class CountedFigures {

    private static final int YEARS_MAX = 5;
    private static final int KEPT_MOST = 200;

    private final Census census;
    private final CountedLevels levels;
    private final Arrivals arrivals;
    private final ReviewResults results;
    private final ReviewReports reports;
    private final ReviewYears years;
    private final Targets targets;
    private final SequencedMap<Place, Greeting> kept = new LinkedHashMap<>(16, 0.75f, true);

    CountedFigures(
            Census census,
            CountedLevels levels,
            Arrivals arrivals,
            ReviewResults results,
            ReviewReports reports,
            ReviewYears years,
            Targets targets) {
        this.census = census;
        this.levels = levels;
        this.arrivals = arrivals;
        this.results = results;
        this.reports = reports;
        this.years = years;
        this.targets = targets;
    }

    private record Place(OrganizationId home, LocalDate on) {}

    /**
     * @param entries how far the ledger had been read
     * @param headlines the members at a good level through the years; empty while none was recorded
     */
    record Greeting(long entries, int members, List<DeskPage.Headline> headlines) {
        Greeting {
            headlines = List.copyOf(headlines);
        }
    }

    /** Never older than the last committed entry; empty while the census reads the ledger for the first time. */
    Optional<Greeting> of(OrganizationId home, LocalDate on) {
        if (!census.readWithin(Duration.ZERO)) {
            return Optional.empty();
        }
        var place = new Place(home, on);
        var last = arrivals.last();
        return Optional.of(known(place, last).orElseGet(() -> keep(place, counted(place, last))));
    }

    private synchronized Optional<Greeting> known(Place place, long last) {
        return Optional.ofNullable(kept.get(place)).filter(greeting -> greeting.entries() == last);
    }

    private synchronized Greeting keep(Place place, Greeting greeting) {
        kept.put(place, greeting);
        if (kept.size() > KEPT_MOST) {
            kept.pollFirstEntry();
        }
        return greeting;
    }

    private Greeting counted(Place place, long last) {
        var good = results.years().stream()
                .filter(year -> !years.lastDayOf(year).isAfter(place.on()))
                .map(year -> good(place.home(), year))
                .filter(year -> year.share().whole() > 0)
                .limit(YEARS_MAX)
                .toList();
        var members =
                census.answer(new Question(place.home(), place.on(), List.of())).members();
        return new Greeting(last, Math.toIntExact(members), good.isEmpty() ? List.of() : List.of(headline(good)));
    }

    private DeskPage.Headline headline(List<DeskPage.Year> good) {
        var latest = good.getFirst();
        return new DeskPage.Headline(
                "review.good-members",
                good,
                targets.members(years.lastDayOf(latest.year()), latest.share()).orElse(null));
    }

    private DeskPage.Year good(OrganizationId home, int year) {
        var day = years.lastDayOf(year);
        var tally = levels.of(home, year).orElse(Tally.EMPTY);
        return new DeskPage.Year(
                year,
                new Share(tally.at(reports.memberGrades(year).good()), tally.classified()),
                "/organizations/%s/census?by=level&year=%d&on=%s".formatted(home, year, day));
    }
}
