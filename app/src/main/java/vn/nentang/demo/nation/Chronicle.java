package vn.nentang.demo.nation;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;

/** The days on which the story of the nation turns. */
final class Chronicle {

    /** The lists with which everything begins. */
    static final LocalDate OPENING = LocalDate.of(2015, 12, 31);

    /** Districts end, communes and provinces are joined. */
    static final LocalDate REORGANISED = LocalDate.of(2025, 7, 1);

    /** The last day anything is told of. */
    static final LocalDate END = LocalDate.of(2026, 10, 31);

    static final int FIRST_YEAR = 2016;
    static final int LAST_YEAR = 2026;
    static final int LAST_REVIEWED_YEAR = 2025;

    static final List<LocalDate> FOUNDING_DAYS = List.of(
            LocalDate.of(1997, 1, 1), LocalDate.of(2000, 9, 2), LocalDate.of(2004, 5, 19), LocalDate.of(2010, 2, 3));

    static final List<MonthDay> ADMISSION_DAYS = List.of(
            MonthDay.of(Month.FEBRUARY, 3),
            MonthDay.of(Month.MAY, 19),
            MonthDay.of(Month.SEPTEMBER, 2),
            MonthDay.of(Month.NOVEMBER, 7),
            MonthDay.of(Month.DECEMBER, 22));

    private Chronicle() {}

    /** The last day of a year on which an ordinary act may fall: what follows belongs to the review. */
    static LocalDate lastActIn(int year) {
        return year == LAST_YEAR ? LocalDate.of(year, 10, 10) : LocalDate.of(year, 12, 10);
    }

    /** The last day of a year on which something of that year is recorded. */
    static LocalDate recordedUntil(int year) {
        return year == LAST_YEAR ? END : LocalDate.of(year, 12, 31);
    }
}
