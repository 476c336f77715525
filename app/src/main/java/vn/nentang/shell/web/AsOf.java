package vn.nentang.shell.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The day a page is about.
 *
 * @param given what was asked for and is no day; null when it is one, or nothing was asked
 */
public record AsOf(
        LocalDate date, LocalDate today, @Nullable String given) {

    public static final String PARAMETER = "on";

    static AsOf read(@Nullable String text, LocalDate today) {
        if (text == null || text.isBlank()) {
            return new AsOf(today, today, null);
        }
        return TypedDate.read(text)
                .map(date -> new AsOf(date, today, null))
                .orElseGet(() -> new AsOf(today, today, text));
    }

    /** A day as people type it; empty when it is none. */
    public static Optional<LocalDate> day(String typed) {
        return TypedDate.read(typed);
    }

    public boolean isToday() {
        return date.equals(today);
    }
}
