package vn.nentang.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.store.Store;

/**
 * The way in for millions of entries that are known to be lawful: nobody decides here. The tables, hashes and registers are
 * those that {@link Ledger#carryOut} gives for the same acts. Everything is one transaction of the schemas' owner: a load
 * that ends early, however it ends, leaves nothing behind, and nobody reads half of one. Writers wait meanwhile; while an
 * empty ledger is filled, readers wait too.
 */
@Component
public final class BulkLoad {

    private static final int ENTRIES_AT_ONCE = 20_000;

    private final Store store;
    private final EventTypes types;
    private final Registers registers;

    public BulkLoad(Store store, EventTypes types, Registers registers) {
        this.store = store;
        this.types = types;
        this.registers = registers;
    }

    /**
     * Takes in every parcel, all or none.
     *
     * @return how many entries
     * @throws IllegalArgumentException when a recording is older than the one before it on its node
     */
    public long load(Iterator<Parcel> parcels, Progress progress) {
        return OwnerTransaction.of(
                store, "The load could not be finished; nothing was taken in.", t -> load(t, parcels, progress));
    }

    private long load(OwnerTransaction transaction, Iterator<Parcel> parcels, Progress progress) throws SQLException {
        try (var copier = new Copier(transaction.copying())) {
            var loading = new Loading(transaction.jdbc(), copier, progress);
            parcels.forEachRemaining(loading::take);
            loading.putBack();
            return transaction.asApplication(loading::finish);
        }
    }

    private final class Loading {

        private final EntryTable entries;
        private final Copier copier;
        private final Progress progress;
        private final long before;
        private final CopiedEntries copied;
        private final Map<String, Chain> chains = new HashMap<>();
        private final Fingerprints filled = new Fingerprints();
        private final TreeSet<String> unfinished = new TreeSet<>();
        private final List<EntryRef> mendedElsewhere = new ArrayList<>();

        Loading(JdbcTemplate jdbc, Copier copier, Progress progress) {
            this.entries = new EntryTable(jdbc, types);
            this.copier = copier;
            this.progress = progress;
            entries.lock();
            this.before = entries.lastPosition();
            var filledMeanwhile =
                    registers.copiedTables().stream().map(t -> "register." + t).toList();
            this.copied = new CopiedEntries(JdbcClient.create(jdbc), copier, before, filledMeanwhile);
        }

        void take(Parcel parcel) {
            var chain = chains.computeIfAbsent(parcel.node(), this::chain);
            var inMemory = new ParcelHistories();
            var some = new ArrayList<SealedEntry>();
            for (var recording : parcel.recordings()) {
                requireOrder(chain.head(), recording);
                var sealed = chain.seal(recording);
                inMemory.add(sealed, recording.entries());
                some.addAll(sealed);
                if (some.size() >= ENTRIES_AT_ONCE) {
                    append(some);
                }
            }
            append(some);
            mendedElsewhere.addAll(inMemory.mendedElsewhere());
            fill(inMemory);
        }

        private Chain chain(String node) {
            return new Chain(types, before == 0 ? EntryTable.Head.before(node) : entries.head(node));
        }

        private static void requireOrder(EntryTable.Head head, Recording next) {
            if (next.recordedAt().isBefore(head.recordedAt())) {
                throw new IllegalArgumentException("%s recorded something at %s after something at %s."
                        .formatted(head.node(), next.recordedAt(), head.recordedAt()));
            }
        }

        private void append(List<SealedEntry> some) {
            copied.append(some);
            some.clear();
            progress.reached(Stage.ENTRIES, copied.taken(), 0);
        }

        /** Subjects met here for the first time are complete in this parcel, unless they turn up again later. */
        private void fill(ParcelHistories parcel) {
            var known = before == 0 ? List.<String>of() : knownBefore(parcel.subjects());
            known.forEach(filled::add);
            var fresh = new ArrayList<String>();
            for (var subject : parcel.subjects()) {
                if (registers.isCopiedWhole(subject) && filled.add(subject)) {
                    fresh.add(subject);
                } else if (registers.isRead(subject)) {
                    unfinished.add(subject);
                }
            }
            registers.fill(parcel.of(fresh), copier);
        }

        private List<String> knownBefore(Collection<String> subjects) {
            copier.await();
            return entries.filedUpTo(before, subjects);
        }

        void putBack() {
            progress.reached(Stage.INDEXES, 0, 0);
            copied.finish();
        }

        /** What is left is read back from the ledger, as a rebuild does. */
        long finish() {
            mendedElsewhere.forEach(ref -> unfinished.addAll(registers.subjectsOfChain(ref)));
            registers.rewrite(unfinished, done -> progress.reached(Stage.WRITING, done, unfinished.size()));
            chains.values().forEach(c -> registers.moveCursorTo(c.head()));
            registers.analyzeOthers();
            return copied.taken();
        }
    }
}
