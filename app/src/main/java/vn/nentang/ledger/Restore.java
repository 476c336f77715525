package vn.nentang.ledger;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.store.Store;

/**
 * The quick way of an archive into an empty ledger: seals and chains are checked as lines are read, entries go in by COPY,
 * and the registers are made from them as a rebuild makes them, all in one transaction of the owner.
 */
@Component
final class Restore {

    private static final int LOTS_WAITING_MAX = 4;
    private static final String FAILED = "The archive could not be taken in; nothing was.";

    private final Store store;
    private final EventTypes types;
    private final Registers registers;
    private final LedgerVerification verification;

    Restore(Store store, EventTypes types, Registers registers, LedgerVerification verification) {
        this.store = store;
        this.types = types;
        this.registers = registers;
        this.verification = verification;
    }

    /** Takes in all of it, or throws and leaves nothing; false when the ledger is not empty, and nothing was read. */
    boolean intoEmpty(ArchiveLines lines, Progress progress) {
        return OwnerTransaction.of(store, FAILED, transaction -> {
            var entries = new EntryTable(transaction.jdbc(), types);
            entries.lock();
            var isEmpty = entries.lastPosition() == 0;
            if (isEmpty) {
                take(lines, transaction, progress);
            }
            return isEmpty;
        });
    }

    private void take(ArchiveLines lines, OwnerTransaction transaction, Progress progress) throws SQLException {
        var walk = new ChainWalk();
        copy(lines, walk, transaction, progress);
        var cutOff = transaction.asApplication(() -> verification.cutOff(walk));
        if (!cutOff.isEmpty()) {
            throw new LedgerDamaged("The registers have seen entries that the file lacks: " + cutOff);
        }
        fold(transaction, progress, lines.entries() + 1);
    }

    /** One thread reads, one checks, and one copies. */
    private static void copy(ArchiveLines lines, ChainWalk walk, OwnerTransaction transaction, Progress progress)
            throws SQLException {
        try (var copier = new Copier(transaction.copying());
                var checking = new InTurn("ledger-check", LOTS_WAITING_MAX)) {
            var copied = new CopiedEntries(JdbcClient.create(transaction.jdbc()), copier, 0, List.of());
            for (var lot = lines.next(); !lot.entries().isEmpty(); lot = lines.next()) {
                var some = lot;
                checking.hand(() -> {
                    check(walk, some);
                    copied.append(some.entries());
                    progress.reached(Stage.ENTRIES, copied.taken(), lines.entries());
                });
            }
            checking.await();
            progress.reached(Stage.INDEXES, 0, 0);
            copied.finish();
        }
    }

    private static void check(ChainWalk walk, ArchiveLines.Lot lot) {
        var line = lot.firstLine();
        for (var entry : lot.entries()) {
            walk.visit(entry);
            if (!walk.findings().isEmpty()) {
                throw new LedgerDamaged("Line %d does not hold: %s"
                        .formatted(line, walk.findings().getFirst()));
            }
            if (!entry.recordedAt().equals(entry.recordedAt().truncatedTo(ChronoUnit.MICROS))) {
                throw new LedgerDamaged("Line %d has a time finer than any ledger keeps.".formatted(line));
            }
            line++;
        }
    }

    private void fold(OwnerTransaction transaction, Progress progress, long lines) throws SQLException {
        try {
            new RegistersAnew(transaction, types, registers, progress).from(transaction.connection());
        } catch (IllegalArgumentException | DateTimeException | NullPointerException _) {
            throw LedgerDamaged.tellingWhatCannotBe(lines);
        }
    }
}
