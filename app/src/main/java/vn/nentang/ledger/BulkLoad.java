package vn.nentang.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private static final String ENTRIES =
            "ledger.entry (position, node, sequence, type, effective_on, recorded_at, author,"
                    + " paper_number, paper_date, paper_issuer, paper_signer, subjects, corrects_node, corrects_sequence,"
                    + " command_id, request_digest, body, previous_hash, hash)";
    private static final String SUBJECTS = "ledger.entry_subject (subject, position)";

    private final Store store;
    private final EventTypes types;
    private final Registers registers;

    public BulkLoad(Store store, EventTypes types, Registers registers) {
        this.store = store;
        this.types = types;
        this.registers = registers;
    }

    /** What is being done. */
    public enum Stage {
        /** Entries are sealed and copied, and the rows of the large registers with them. Counts entries. */
        ENTRIES,
        /** Keys and indexes are made again. Counts nothing. */
        INDEXES,
        /** The registers of all other subjects are written. Counts subjects. */
        REGISTERS
    }

    /** Is told how far the load has come. */
    @FunctionalInterface
    public interface Progress {
        void reached(Stage stage, long done);
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
            copier.await();
            loading.putBack();
            return transaction.asApplication(loading::finish);
        }
    }

    private final class Loading {

        private final EntryTable entries;
        private final JdbcClient sql;
        private final Copier copier;
        private final Progress progress;
        private final long before;
        private final @Nullable SetAside aside;
        private final Map<String, Chain> chains = new HashMap<>();
        private final Fingerprints filled = new Fingerprints();
        private final TreeSet<String> unfinished = new TreeSet<>();
        private final List<EntryRef> mendedElsewhere = new ArrayList<>();
        private long taken;

        Loading(JdbcTemplate jdbc, Copier copier, Progress progress) {
            this.entries = new EntryTable(jdbc, types);
            this.sql = JdbcClient.create(jdbc);
            this.copier = copier;
            this.progress = progress;
            entries.lock();
            this.before = entries.lastPosition();
            this.aside = before == 0 ? SetAside.of(sql, copiedTables()) : null;
        }

        private List<String> copiedTables() {
            return Stream.concat(
                            Stream.of("ledger.entry", "ledger.entry_subject"),
                            registers.copied().flatMap(r -> r.tables().stream()).map(t -> "register." + t))
                    .toList();
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
            var rows = new CopyRows();
            var subjects = new CopyRows();
            for (var entry : some) {
                var position = before + ++taken;
                add(rows, position, entry);
                entry.subjects().forEach(s -> subjects.add(s, position));
            }
            copier.copy(ENTRIES, rows);
            copier.copy(SUBJECTS, subjects);
            some.clear();
            progress.reached(Stage.ENTRIES, taken);
        }

        private static void add(CopyRows rows, long position, SealedEntry e) {
            var paper = e.paper();
            var corrects = e.corrects();
            rows.add(
                    position,
                    e.ref().node(),
                    e.ref().sequence(),
                    e.type(),
                    e.effectiveOn(),
                    e.recordedAt(),
                    e.author(),
                    paper.number(),
                    paper.date(),
                    paper.issuer(),
                    paper.signer(),
                    e.subjects(),
                    corrects == null ? null : corrects.node(),
                    corrects == null ? null : corrects.sequence(),
                    e.command(),
                    e.request(),
                    e.event(),
                    e.previous(),
                    e.hash());
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
            progress.reached(Stage.INDEXES, 0);
            if (aside != null) {
                aside.putBack();
            }
            sql.sql("SELECT setval(pg_get_serial_sequence('ledger.entry', 'position'), greatest(:last, 1), :last > 0)")
                    .param("last", before + taken)
                    .query((_, _) -> true)
                    .single();
        }

        /** What is left is read back from the ledger, as a rebuild does. */
        long finish() {
            mendedElsewhere.forEach(ref -> unfinished.addAll(registers.subjectsOfChain(ref)));
            registers.rewrite(unfinished, done -> progress.reached(Stage.REGISTERS, done));
            chains.values().forEach(c -> registers.moveCursorTo(c.head()));
            return taken;
        }
    }
}
