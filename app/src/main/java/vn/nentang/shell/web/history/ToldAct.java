package vn.nentang.shell.web.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.EntryRef;

/**
 * One thing that was decided, as the history of a person or an organisation tells it.
 *
 * @param state stands, planned, withdrawn, replaced
 * @param changes fields of the file and their new values
 * @param ending what ended its standing; null while it stands
 * @param before what was believed until this replaced it, newest first
 * @param mending where the reader may mend it or take it back; null where not
 */
public record ToldAct(
        EntryRef entry,
        String state,
        LocalDate on,
        String sentence,
        List<Change> changes,
        Paper paper,
        String author,
        Instant recordedAt,
        @Nullable Ending ending,
        List<ToldAct> before,
        @Nullable Mending mending) {

    public ToldAct {
        changes = List.copyOf(changes);
        before = List.copyOf(before);
    }

    /**
     * One field of a file.
     *
     * @param value as people read it; null while it is kept from casual eyes
     */
    public record Change(String label, @Nullable String value) {}

    /**
     * Since when and by which entry something no longer stands.
     *
     * @param reason why it was taken back; empty where it was replaced
     */
    public record Ending(EntryRef by, Instant at, String author, String reason) {}

    /** Addresses of the two forms. */
    public record Mending(String mend, String withdraw) {}

    public boolean holds() {
        return state.equals("stands") || state.equals("planned");
    }

    /** The place of an entry on a page. */
    public static String anchor(EntryRef entry) {
        return "e-" + entry.node() + "-" + entry.sequence();
    }
}
