package vn.nentang.review;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.Ruling;

/** The day on which a year is judged, by the rule {@code review.reference-day}: whose rolls, tree and regime count. */
@Component
public final class ReviewYears {

    private static final String REFERENCE_DAY = "review.reference-day";
    private static final int YEAR_MIN = 1930;
    private static final int YEAR_MAX = 9999;

    private final Rulebook rulebook;

    public ReviewYears(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** Empty for a year the rulebook has no such day for. */
    public Optional<LocalDate> findDay(int year) {
        if (year < YEAR_MIN || year > YEAR_MAX) {
            return Optional.empty();
        }
        return rulebook.on(endOf(year))
                .findRuling(REFERENCE_DAY)
                .map(Ruling::monthDay)
                .map(day -> day.atYear(year));
    }

    /** As the rule says; the year's end where it says nothing. */
    public LocalDate lastDayOf(int year) {
        return findDay(year).orElseGet(() -> endOf(year));
    }

    private static LocalDate endOf(int year) {
        return YearMonth.of(year, Month.DECEMBER).atEndOfMonth();
    }
}
