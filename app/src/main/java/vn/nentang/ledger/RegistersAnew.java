package vn.nentang.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every register made from the ledger in one transaction. The rows of the large ones are made beside the old ones, which are
 * seen until the exchange at the end. Memory does not grow with the ledger.
 */
final class RegistersAnew {

    private static final int LOTS_WAITING_MAX = 4;

    private final OwnerTransaction writing;
    private final EventTypes types;
    private final Registers registers;
    private final Progress progress;
    private final NewRows fresh;
    private final Set<String> apart;
    private long folded;

    RegistersAnew(OwnerTransaction writing, EventTypes types, Registers registers, Progress progress) {
        this.writing = writing;
        this.types = types;
        this.registers = registers;
        this.progress = progress;
        this.fresh = NewRows.of(JdbcClient.create(writing.jdbc()), registers.copiedTables());
        this.apart = Set.copyOf(new EntryTable(writing.jdbc(), types).mendedFromElsewhere(registers.copiedKinds()));
    }

    /**
     * Does it, and gives the number of subjects.
     *
     * @param reading inside a transaction that sees every entry; reading goes on beside writing where it is another one
     */
    long from(Connection reading) throws SQLException {
        var count = fold(reading);
        count += writing.asApplication(this::writeOthers);
        progress.reached(Stage.EXCHANGING, 0, 0);
        fresh.exchange();
        writing.asApplication(this::finish);
        return count;
    }

    /** One thread reads, another one copies, and a thread between them folds what was read. */
    private long fold(Connection reading) throws SQLException {
        try (var copier = new Copier(writing.copying());
                var folding = new InTurn("ledger-fold", LOTS_WAITING_MAX)) {
            var sink = fresh.into(copier);
            var filed = new LedgerBySubject(reading);
            var all = 0L;
            for (var kind : registers.copiedKinds()) {
                filed.forEach(kind, Long.MAX_VALUE, lot -> folding.hand(() -> fill(lot, sink)));
                folding.await();
                all += folded;
                folded = 0;
            }
            copier.await();
            return all;
        }
    }

    private void fill(LedgerBySubject.Lot lot, CopySink sink) {
        var histories = lot.subjects().stream()
                .filter(s -> !apart.contains(s.subject()))
                .map(s -> s.opened(types).standing())
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
        registers.analyzeOthers();
        return apart.size();
    }
}
