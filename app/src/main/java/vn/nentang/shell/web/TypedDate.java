package vn.nentang.shell.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;

/**
 * A day as people type it: 5/10/2025, 05-10-2025, 5.10.2025, or 2025-10-05; in part 10/2025, 2025-10 or 2025. Years 1900 to
 * 2100.
 */
public final class TypedDate {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern TYPED = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})");
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2100;

    private TypedDate() {}

    public static Optional<LocalDate> read(String text) {
        var iso = ISO.matcher(text.strip());
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        var typed = TYPED.matcher(text.strip());
        return typed.matches() ? day(typed.group(3), typed.group(2), typed.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
                    .filter(d -> d.getYear() >= YEAR_MIN && d.getYear() <= YEAR_MAX);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As far as it is known. */
    public static Optional<PartialDate> readPartial(String text) {
        var stripped = text.strip();
        var whole = read(stripped);
        if (whole.isPresent()) {
            return whole.map(PartialDate::of);
        }
        var isoMonth = ISO_MONTH.matcher(stripped);
        if (isoMonth.matches()) {
            return month(isoMonth.group(1), isoMonth.group(2));
        }
        var month = MONTH.matcher(stripped);
        if (month.matches()) {
            return month(month.group(2), month.group(1));
        }
        return YEAR.matcher(stripped).matches() ? month(stripped, null) : Optional.empty();
    }

    private static Optional<PartialDate> month(String year, @Nullable String month) {
        try {
            return Optional.of(new PartialDate(
                            Integer.parseInt(year), month == null ? null : Integer.valueOf(month), null))
                    .filter(d -> d.year() >= YEAR_MIN && d.year() <= YEAR_MAX);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As it would be typed: {@code 05/10/2025}. */
    public static String write(LocalDate day) {
        return write(PartialDate.of(day));
    }

    /** As it would be typed: {@code 05/10/2025}, {@code 10/2025} or {@code 2025}. */
    public static String write(PartialDate date) {
        if (date.month() == null) {
            return "%04d".formatted(date.year());
        }
        return date.day() == null
                ? "%02d/%04d".formatted(date.month(), date.year())
                : "%02d/%02d/%04d".formatted(date.day(), date.month(), date.year());
    }
}
