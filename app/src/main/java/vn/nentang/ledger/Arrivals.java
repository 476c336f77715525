package vn.nentang.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import vn.nentang.store.Reach;

/**
 * The ledger by the order in which entries arrived here, for what keeps a picture of it in memory: how far it goes, which
 * subjects changed since, and everything ever said about them. Reads all, whoever asks.
 */
@Component
public final class Arrivals {

    private final EntryTable entries;

    public Arrivals(JdbcOperations jdbc, EventTypes types) {
        this.entries = new EntryTable(jdbc, types);
    }

    /** The place of the last committed entry; 0 before the first. One step of an index. */
    public long last() {
        return Reach.whole(entries::lastPosition);
    }

    /**
     * The seals found at a place, at half of it, at a quarter and so on: by them a ledger is known again that goes on from
     * there, and another, also one of the same entries arrived in another order, is told from it.
     */
    public String seals(long place) {
        return Reach.whole(() -> entries.seals(LongStream.iterate(place, one -> one > 0, one -> one / 2)
                .boxed()
                .toList()));
    }

    /** Subjects of a kind about which something arrived after one place and up to another. */
    public Set<String> changed(String kind, long after, long last) {
        return Reach.whole(() -> entries.arrived(after, last)).stream()
                .filter(subject -> subject.startsWith(kind + ":"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Subjects of a kind, in the order of their texts, from behind one on; an empty text starts. */
    public List<String> subjects(String kind, String after, int limit) {
        return Reach.whole(() -> entries.subjectsAfter(kind, after, limit));
    }

    /** What had arrived about each subject up to a place, in the order asked for. */
    public List<EverSaid> everSaid(Collection<String> subjects, long last) {
        return Reach.whole(() -> entries.everSaid(subjects, last));
    }
}
