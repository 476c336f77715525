package vn.nentang.shell.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * As known at what moment: now, an instant, or the end of a day.
 *
 * @param instant null for now
 * @param text what was asked for, as it goes into links; empty for now
 * @param wrong whether what was asked for is no moment, so that now is taken
 */
public record KnownAt(@Nullable Instant instant, String text, boolean wrong) {

    static final String PARAMETER = "known-at";

    /** Wider than any ledger, narrower than what the database can compare with. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");

    static KnownAt read(@Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return new KnownAt(null, "", false);
        }
        return TypedDate.read(text).map(day -> endOf(day, zone)).orElseGet(() -> instant(text));
    }

    private static KnownAt endOf(LocalDate day, ZoneId zone) {
        var end = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        return new KnownAt(end, day.toString(), false);
    }

    private static KnownAt instant(String text) {
        try {
            var instant = Instant.parse(text.strip());
            return instant.isBefore(EARLIEST) || instant.isAfter(LATEST)
                    ? new KnownAt(null, "", true)
                    : new KnownAt(instant, text.strip(), false);
        } catch (DateTimeException e) {
            return new KnownAt(null, "", true);
        }
    }
}
