package vn.nentang.shell.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day as people type it: 5/10/2025, 05-10-2025, 5.10.2025, or 2025-10-05. Years 1900 to 2100. */
final class TypedDate {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern TYPED = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})");
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2100;

    private TypedDate() {}

    static Optional<LocalDate> read(String text) {
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
}
