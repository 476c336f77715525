package vn.nentang.access;

import vn.nentang.ledger.LedgerEvent;

/** What the ledger tells of the log of readings. */
public sealed interface ReadingEvent extends LedgerEvent {

    /**
     * The log had these readings at its end.
     *
     * @param node whose log; each installation keeps its own
     * @param through the number of the last reading
     * @param hash of that reading, which rests on all before it
     */
    record ReadingsSealed(String node, long through, String hash) implements ReadingEvent {

        static String subjectOf(String node) {
            return "readings:" + node;
        }
    }
}
