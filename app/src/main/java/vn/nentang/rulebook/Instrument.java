package vn.nentang.rulebook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Mark;
import vn.nentang.kernel.PartialDate;

/**
 * A paper that makes rules. Numbers repeat (four papers are called 01-HD/TW), so the key is number and date.
 *
 * @param title what it is about, in this project's words
 * @param from the first day it holds; null when not known
 * @param until the first day it no longer holds; null while it holds, or when not known
 * @param replaces keys of the papers it replaced
 * @param checkedOn when the entry was last compared with its sources
 */
public record Instrument(
        String number,
        PartialDate signedOn,
        String issuer,
        Label title,
        @Nullable UncertainDay from,
        @Nullable UncertainDay until,
        List<String> replaces,
        Mark mark,
        LocalDate checkedOn,
        @Nullable String note) {

    public Instrument {
        replaces = List.copyOf(replaces);
    }

    public String key() {
        return "%s %s".formatted(number, signedOn);
    }

    /** Whether it holds on the day, as far as is known; an unknown start counts from the day of signing. */
    public boolean holdsOn(LocalDate date) {
        var start = from == null ? signedOn : from.day();
        return !date.isBefore(start.firstDay())
                && (until == null || date.isBefore(until.day().firstDay()));
    }
}
