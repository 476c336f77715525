package vn.nentang.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import vn.nentang.store.Reach;

/**
 * The ledger by the order in which entries arrived here, for what keeps a picture of it in memory: how far it goes, which
 * subjects changed since, and everything ever said about them. Reads all, whoever asks.
 */
@Component
public final class Arrivals {

    private static final int LOTS_WAITING_MAX = 4;

    private final JdbcOperations jdbc;
    private final EventTypes types;
    private final EntryTable entries;

    public Arrivals(JdbcOperations jdbc, EventTypes types) {
        this.jdbc = jdbc;
        this.types = types;
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

    /** What had arrived about each subject up to a place, in the order asked for. */
    public List<EverSaid> everSaid(Collection<String> subjects, long last) {
        return Reach.whole(() -> entries.everSaid(subjects, last));
    }

    /**
     * What had arrived about every subject of a kind up to a place, in lots, each subject once. The ledger is read once, in an
     * order in which what lies together on the disk is read together; another thread makes sense of what was read, and has
     * the taker take it.
     */
    public void everSaid(String kind, long last, Consumer<List<EverSaid>> taker) {
        var apart = Set.copyOf(Reach.whole(() -> entries.mendedFromElsewhere(List.of(kind))));
        try (var opening = new InTurn("ledger-open", LOTS_WAITING_MAX)) {
            Reach.whole(() -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
                // The way statements are planned is set back with it.
                var before = connection.setSavepoint();
                try {
                    new LedgerBySubject(connection)
                            .forEach(kind, last, lot -> opening.hand(() -> taker.accept(opened(lot, apart))));
                } finally {
                    connection.rollback(before);
                }
                return true;
            }));
            opening.hand(() -> taker.accept(everSaid(apart, last)));
            opening.await();
        }
    }

    private List<EverSaid> opened(LedgerBySubject.Lot lot, Set<String> but) {
        return lot.subjects().stream()
                .filter(one -> !but.contains(one.subject()))
                .map(one -> one.opened(types))
                .toList();
    }
}
