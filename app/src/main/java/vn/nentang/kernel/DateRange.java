package vn.nentang.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one date up to, and without, another.
 *
 * @param until the first day that is no longer in it; null while it is open
 */
public record DateRange(LocalDate from, @Nullable LocalDate until) {

    public DateRange {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A range that starts %s cannot end %s.".formatted(from, until));
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && (until == null || date.isBefore(until));
    }

    /** The day itself where it lies in the range, else the first or the last day that does. */
    public LocalDate nearest(LocalDate date) {
        if (contains(date)) {
            return date;
        }
        return until == null || date.isBefore(from) ? from : until.minusDays(1);
    }

    public boolean isEmpty() {
        return from.equals(until);
    }
}
