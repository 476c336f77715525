package vn.nentang.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A command that was carried out elsewhere or made up, and what it recorded.
 *
 * @param recordedAt when; in whole microseconds, never before the recording in front of it on the same node
 * @param entries in the order they are recorded; known to be lawful
 */
public record Recording(Command command, Instant recordedAt, List<NewEntry> entries) {

    public Recording {
        entries = List.copyOf(entries);
    }
}
