package vn.nentang.shell;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.LedgerEvent;

/**
 * One act as it was asked for: what two requests under one command id are compared by.
 *
 * @param corrects the entry it replaces; null for an act of its own
 */
public record Recording(
        LedgerEvent act,
        LocalDate on,
        Paper paper,
        @Nullable EntryRef corrects) {

    /** The id of whatever a command founds or registers: the same each time the command is sent. */
    public static UUID idFrom(UUID command) {
        return UUID.nameUUIDFromBytes(("made by " + command).getBytes(StandardCharsets.UTF_8));
    }
}
