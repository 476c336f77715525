package vn.nentang.ledger;

import java.util.List;
import vn.nentang.kernel.Refusal;

/** What became of a command. */
public sealed interface Answer {

    /** Recorded, now or the first time the command was sent. */
    record Recorded(List<EntryRef> entries) implements Answer {
        public Recorded {
            entries = List.copyOf(entries);
        }
    }

    /** Nothing was recorded, for these reasons, most serious first. */
    record Refused(List<Refusal> reasons) implements Answer {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
