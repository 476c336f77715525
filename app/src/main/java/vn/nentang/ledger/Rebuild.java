package vn.nentang.ledger;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.store.Store;

/**
 * Every register made again from the ledger, in one transaction: pages see the old rows until the new ones are put in their
 * place, and whatever ends it early leaves the old ones. Writers wait. Memory does not grow with the ledger.
 */
@Component
public final class Rebuild {

    private static final int LOTS_WAITING_MAX = 4;
    private static final String FAILED = "The registers could not be made again; they are as they were.";

    private final Store store;
    private final EventTypes types;
    private final Registers registers;

    public Rebuild(Store store, EventTypes types, Registers registers) {
        this.store = store;
        this.types = types;
        this.registers = registers;
    }

    /** What is being done. */
    public enum Stage {
        /** Subjects of the large registers are folded from their entries, beside the rows that pages see. */
        FOLDING,
        /** All other registers are written; pages see what was before. */
        WRITING,
        /** The folded rows take the place of the old ones, and their indexes are made: pages wait. Counts nothing. */
        EXCHANGING
    }

    /** Is told, in subjects, how far the rebuild has come. */
    @FunctionalInterface
    public interface Progress {
        void reached(Stage stage, long done, long of);
    }

    /** Does it, and gives the number of subjects. */
    public long run(Progress progress) {
        return OwnerTransaction.of(store, FAILED, writing -> new Run(writing, progress).subjects());
    }

    private final class Run {

        private final OwnerTransaction writing;
        private final Progress progress;
        private final EntryTable entries;
        private final NewRows fresh;
        private final Set<String> apart;
        private long folded;

        Run(OwnerTransaction writing, Progress progress) {
            this.writing = writing;
            this.progress = progress;
            this.entries = new EntryTable(writing.jdbc(), types);
            entries.lock();
            this.fresh = NewRows.of(JdbcClient.create(writing.jdbc()), registers.copiedTables());
            this.apart = Set.copyOf(entries.mendedFromElsewhere(registers.copiedKinds()));
        }

        long subjects() throws SQLException {
            var count = fold();
            count += writing.asApplication(this::writeOthers);
            progress.reached(Stage.EXCHANGING, 0, 0);
            fresh.exchange();
            writing.asApplication(this::finish);
            return count;
        }

        /** One connection reads, another one copies, and a thread between them folds what was read. */
        private long fold() throws SQLException {
            try (var copier = new Copier(writing.copying());
                    var folding = new InTurn("ledger-fold", LOTS_WAITING_MAX)) {
                var sink = fresh.into(copier);
                var count = OwnerTransaction.of(store, FAILED, reading -> {
                    var filed = new LedgerBySubject(reading.connection());
                    var all = 0L;
                    for (var kind : registers.copiedKinds()) {
                        filed.forEach(kind, lot -> folding.hand(() -> fill(lot, sink)));
                        folding.await();
                        all += folded;
                        folded = 0;
                    }
                    return all;
                });
                copier.await();
                return count;
            }
        }

        private void fill(LedgerBySubject.Lot lot, CopySink sink) {
            var histories = lot.subjects().stream()
                    .filter(s -> !apart.contains(s.subject()))
                    .map(s -> s.standing(types))
                    .toList();
            registers.fill(histories, sink);
            folded += lot.subjects().size();
            progress.reached(Stage.FOLDING, folded, lot.of());
        }

        private long writeOthers() {
            var others = registers.otherSubjects();
            registers.rewriteOthers(others, done -> progress.reached(Stage.WRITING, done, others.size()));
            return others.size();
        }

        private long finish() {
            registers.rewrite(apart, _ -> {});
            registers.setCursor();
            return apart.size();
        }
    }
}
