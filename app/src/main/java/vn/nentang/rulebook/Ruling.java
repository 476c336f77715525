package vn.nentang.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import vn.nentang.kernel.Citation;

/** A value in force on a day, with the article it stands in; the citation travels into refusals, pages and papers. */
public record Ruling(String key, Unit unit, String text, LocalDate since, Citation source) {

    public BigDecimal number() {
        return new BigDecimal(text);
    }

    public int wholeNumber() {
        return Integer.parseInt(text);
    }

    public MonthDay monthDay() {
        return MonthDay.parse(text);
    }

    /** The length of time, for parameters in years, months or days of the calendar. */
    public Period period() {
        return switch (unit) {
            case YEARS -> Period.ofYears(wholeNumber());
            case MONTHS -> Period.ofMonths(wholeNumber());
            case DAYS -> Period.ofDays(wholeNumber());
            case WORKING_DAYS, MINUTES, PERSONS, DIGITS, POINTS, PERCENT, SHARE, TIMES, DONG, MONTH_DAY, TEXT ->
                throw new IllegalStateException("%s counts in %s, not in calendar time.".formatted(key, unit.code()));
        };
    }

    /** Whether a result that rests on it must say that the wording was not read in the text itself. */
    public boolean needsCaution() {
        return source.mark().needsCaution();
    }
}
