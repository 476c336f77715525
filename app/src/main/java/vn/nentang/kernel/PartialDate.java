package vn.nentang.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date of which perhaps only the year, or the year and month, is known. It is never filled up: comparisons use the
 * first and last day it can mean.
 *
 * @param month 1 to 12, or null when unknown
 * @param day 1 to 31, or null when unknown; known only where the month is
 */
public record PartialDate(
        int year, @Nullable Integer month, @Nullable Integer day) implements Comparable<PartialDate> {

    private static final Comparator<PartialDate> BY_FIRST_DAY =
            Comparator.comparing(PartialDate::firstDay).thenComparing(PartialDate::lastDay, Comparator.reverseOrder());

    /** @throws DateTimeException when no such day exists, or a day is given without its month */
    public PartialDate {
        if (day != null && month == null) {
            throw new DateTimeException("day %d of an unknown month".formatted(day));
        }
        var _ = LocalDate.of(year, Objects.requireNonNullElse(month, 1), Objects.requireNonNullElse(day, 1));
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    public static PartialDate of(YearMonth month) {
        return new PartialDate(month.getYear(), month.getMonthValue(), null);
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate(year, null, null);
    }

    /** Reads {@code 1962}, {@code 1962-10} or {@code 1962-10-05}. */
    public static PartialDate parse(String iso) {
        var parts = iso.split("-", -1);
        try {
            return switch (parts.length) {
                case 1 -> ofYear(Integer.parseInt(parts[0]));
                case 2 -> new PartialDate(Integer.parseInt(parts[0]), Integer.valueOf(parts[1]), null);
                case 3 ->
                    new PartialDate(Integer.parseInt(parts[0]), Integer.valueOf(parts[1]), Integer.valueOf(parts[2]));
                default -> throw new DateTimeException("not a partial date: " + iso);
            };
        } catch (NumberFormatException e) {
            throw new DateTimeException("not a partial date: " + iso, e);
        }
    }

    /** The earliest day this can mean. */
    public LocalDate firstDay() {
        return LocalDate.of(year, Objects.requireNonNullElse(month, 1), Objects.requireNonNullElse(day, 1));
    }

    /** The latest day this can mean. */
    public LocalDate lastDay() {
        if (month == null) {
            return LocalDate.of(year, 12, 31);
        }
        return day == null ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
    }

    public boolean isComplete() {
        return day != null;
    }

    /** Whether every day this can mean lies after every day the other can mean. */
    public boolean isSurelyAfter(PartialDate other) {
        return firstDay().isAfter(other.lastDay());
    }

    @Override
    public int compareTo(PartialDate other) {
        return BY_FIRST_DAY.compare(this, other);
    }

    /** ISO form as far as known: {@code 1962}, {@code 1962-10}, {@code 1962-10-05}. */
    @Override
    public String toString() {
        if (month == null) {
            return "%04d".formatted(year);
        }
        return day == null ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
    }
}
