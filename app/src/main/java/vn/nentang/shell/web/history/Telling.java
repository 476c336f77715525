package vn.nentang.shell.web.history;

import java.util.List;
import java.util.Optional;
import vn.nentang.ledger.Entry;

/** How the entries about one person or organisation are put into words, and which of them the reader may mend. */
public interface Telling {

    String sentence(Entry<?> entry);

    /** Fields of a file that the entry changed; empty for most. */
    List<ToldAct.Change> changes(Entry<?> entry);

    /** Asked of entries that stand. */
    Optional<ToldAct.Mending> mending(Entry<?> entry);
}
