package vn.nentang.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Paper;

/**
 * One act, as recorded.
 *
 * @param effectiveOn the day it is true from in the world, by the paper; may lie in the past or the future
 * @param recordedAt when this installation or the one it came from learned it, from the clock
 * @param author the account that recorded it
 * @param subjects whom or what it concerns
 * @param corrects the entry this one replaces or takes back; null for most
 */
public record Entry<E extends LedgerEvent>(
        EntryRef ref,
        String type,
        E event,
        LocalDate effectiveOn,
        Instant recordedAt,
        String author,
        Paper paper,
        List<String> subjects,
        @Nullable EntryRef corrects) {

    /** The order in which a subject's entries are folded: the same wherever and whenever they arrived. */
    public static final Comparator<Entry<?>> FOLD_ORDER = Comparator.<Entry<?>, LocalDate>comparing(Entry::effectiveOn)
            .thenComparing(Entry::recordedAt)
            .thenComparing(Entry::ref);

    public Entry {
        subjects = List.copyOf(subjects);
    }
}
