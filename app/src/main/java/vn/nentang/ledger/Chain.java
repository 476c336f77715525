package vn.nentang.ledger;

import java.util.ArrayList;
import java.util.List;

/** Seals what a node records, each entry after the one before it. */
final class Chain {

    private final EventTypes types;
    private EntryTable.Head head;

    Chain(EventTypes types, EntryTable.Head head) {
        this.types = types;
        this.head = head;
    }

    EntryTable.Head head() {
        return head;
    }

    /** The next entries of the chain. */
    List<SealedEntry> seal(Recording recording) {
        var request = digest(recording.command());
        var sealed = new ArrayList<SealedEntry>(recording.entries().size());
        for (var entry : recording.entries()) {
            var next = next(entry, recording, request).sealed();
            sealed.add(next);
            head = head.followedBy(next);
        }
        return sealed;
    }

    private SealedEntry next(NewEntry entry, Recording recording, String request) {
        var type = types.of(entry.event());
        return new SealedEntry(
                new EntryRef(head.node(), head.sequence() + 1),
                type.name(),
                entry.effectiveOn(),
                recording.recordedAt(),
                recording.command().author(),
                entry.paper(),
                type.subjectsOf(entry.event()),
                entry.corrects(),
                recording.command().id(),
                request,
                types.write(entry.event()),
                head.hash(),
                "");
    }

    /** What tells two requests under one command id apart. */
    static String digest(Command command) {
        return SealedEntry.sha256(EventJson.canonicalBytes(command.request()));
    }
}
