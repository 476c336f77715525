package vn.nentang.demo;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;

/** The days on which the made-up history turns. */
final class Story {

    /** The list with which the province begins to keep its records. */
    static final LocalDate OPENING = LocalDate.of(2020, 12, 31);

    static final LocalDate CELLS_SPLIT = LocalDate.of(2022, 3, 1);
    static final LocalDate CELLS_JOINED = LocalDate.of(2023, 6, 1);
    static final LocalDate CELLS_MOVED = LocalDate.of(2024, 5, 1);
    static final LocalDate SUPPLY_MERGED = LocalDate.of(2024, 12, 1);

    /** District commands end, commands of regional defence begin. */
    static final LocalDate DISTRICTS_ENDED = LocalDate.of(2025, 7, 1);

    /** The last day anything is told of. */
    static final LocalDate END = LocalDate.of(2026, 10, 31);

    static final List<Integer> REVIEWED_YEARS = List.of(2021, 2022, 2023, 2024, 2025);

    static final List<LocalDate> FOUNDING_DAYS = List.of(
            LocalDate.of(1991, 10, 1),
            LocalDate.of(1996, 2, 3),
            LocalDate.of(2004, 5, 19),
            LocalDate.of(2010, 9, 2),
            LocalDate.of(2015, 7, 1));

    static final List<MonthDay> ADMISSION_DAYS = List.of(
            MonthDay.of(Month.FEBRUARY, 3),
            MonthDay.of(Month.MARCH, 26),
            MonthDay.of(Month.MAY, 19),
            MonthDay.of(Month.SEPTEMBER, 2),
            MonthDay.of(Month.DECEMBER, 22));

    static final List<MonthDay> CARD_DAYS = List.of(
            MonthDay.of(Month.FEBRUARY, 3),
            MonthDay.of(Month.MAY, 19),
            MonthDay.of(Month.SEPTEMBER, 2),
            MonthDay.of(Month.NOVEMBER, 7));

    private Story() {}
}
