package vn.nentang.statistics.census;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates and instants in as few bytes as will do: days in two, from 1900 to 2079, instants in four, whole seconds from 2000 to
 * 2068. What lies outside counts as the first or the last.
 */
final class Days {

    /** No date is known. */
    static final char UNKNOWN = 0;

    /** The day that never comes: until then means without an end. */
    static final char NEVER = Character.MAX_VALUE;

    /** Later than every instant: what is known now. */
    static final int NOW = Integer.MAX_VALUE;

    private static final long BEFORE_FIRST_DAY = LocalDate.of(1899, 12, 31).toEpochDay();
    private static final long FIRST_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private Days() {}

    static char of(LocalDate date) {
        return (char) Math.clamp(date.toEpochDay() - BEFORE_FIRST_DAY, 1, NEVER - 1);
    }

    static char until(@Nullable LocalDate date) {
        return date == null ? NEVER : of(date);
    }

    static LocalDate date(char day) {
        return LocalDate.ofEpochDay(BEFORE_FIRST_DAY + day);
    }

    /** The second in which it lies: what was recorded within the second asked about counts as known. */
    static int second(@Nullable Instant instant) {
        return instant == null ? NOW : Math.clamp(instant.getEpochSecond() - FIRST_SECOND, 1, NOW - 1);
    }
}
