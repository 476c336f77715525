package vn.nentang.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nentang.store.Store;
import vn.nentang.store.TestStore;

/** A whole ledger over a fresh database, with a clock that tests set. */
public final class TestLedger implements AutoCloseable {

    public final Store store;
    public final JdbcTemplate jdbc;
    public final JdbcClient sql;
    public final TransactionTemplate transactions;
    public final EventTypes types;
    public final Registers registers;
    public final Ledger ledger;
    public final LedgerVerification verification;
    public final LedgerArchive archive;
    public final BulkLoad bulk;
    public final Rebuild rebuild;
    public final Arrivals arrivals;

    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    /** Makes the registers of a module over the test's database. */
    @FunctionalInterface
    public interface RegisterMaker {
        List<Register> over(JdbcTemplate jdbc);
    }

    public TestLedger(List<EventCatalogue> catalogues, RegisterMaker registerMaker) {
        this(TestStore.fresh(), catalogues, registerMaker);
    }

    /** Over a store that is open and migrated already; closing closes it. */
    public TestLedger(Store store, List<EventCatalogue> catalogues, RegisterMaker registerMaker) {
        this.store = store;
        jdbc = new JdbcTemplate(store.app());
        sql = JdbcClient.create(jdbc);
        transactions = new TransactionTemplate(new JdbcTransactionManager(store.app()));
        types = new EventTypes(catalogues);
        registers = new Registers(jdbc, types, registerMaker.over(jdbc));
        ledger = new Ledger(jdbc, registers, types, transactions, new SettableClock());
        verification = new LedgerVerification(jdbc, types, transactions);
        archive = new LedgerArchive(
                jdbc, types, ledger, verification, new Restore(store, types, registers, verification), transactions);
        bulk = new BulkLoad(store, types, registers);
        rebuild = new Rebuild(store, types, registers);
        arrivals = new Arrivals(jdbc, types);
    }

    /** Stands still until a test moves it. */
    private final class SettableClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return time.get();
        }
    }

    public void setTime(Instant instant) {
        time.set(instant);
    }

    public void advance(Duration by) {
        time.updateAndGet(t -> t.plus(by));
    }

    public Instant time() {
        return time.get();
    }

    /** A command of a test's own, with a fresh id. */
    public static Command command(Object request) {
        return new Command(UUID.randomUUID(), "tester", request);
    }

    List<SealedEntry> everything() {
        var all = transactions.execute(_ -> {
            try (var stream = new EntryTable(jdbc, types).inChainOrder()) {
                return stream.toList();
            }
        });
        return all == null ? List.of() : all;
    }

    /** What each command recorded, as a bulk load takes it; all of them asked the same. */
    public List<Recording> recordings(Object request) {
        var byCommand = new LinkedHashMap<UUID, List<SealedEntry>>();
        everything()
                .forEach(e -> byCommand
                        .computeIfAbsent(e.command(), _ -> new ArrayList<>())
                        .add(e));
        return byCommand.values().stream().map(e -> recording(e, request)).toList();
    }

    private Recording recording(List<SealedEntry> entries, Object request) {
        var first = entries.getFirst();
        var news = new ArrayList<NewEntry>();
        for (var sealed : entries) {
            var entry = sealed.open(types);
            news.add(new NewEntry(entry.event(), entry.effectiveOn(), entry.paper(), entry.corrects()));
        }
        return new Recording(new Command(first.command(), first.author(), request), first.recordedAt(), news);
    }

    /** The hash of every entry, node by node in sequence. */
    public List<String> hashes() {
        return everything().stream().map(SealedEntry::hash).toList();
    }

    /** Sends entries, by their place here, to another installation, some at a time. */
    public void sendTo(TestLedger other, List<Integer> places, int atOnce) {
        var all = everything();
        for (int i = 0; i < places.size(); i += atOnce) {
            var some = places.subList(i, Math.min(places.size(), i + atOnce));
            other.ledger.receive(some.stream().map(all::get).toList());
        }
    }

    /** What somebody with the keys to the database could do behind the program's back. */
    public void tamper(String statement) {
        try (var connection = store.owner().getConnection();
                var sqlStatement = connection.createStatement()) {
            sqlStatement.execute("ALTER TABLE ledger.entry DISABLE TRIGGER USER");
            sqlStatement.execute("ALTER TABLE ledger.entry_subject DISABLE TRIGGER USER");
            sqlStatement.execute(statement);
            sqlStatement.execute("ALTER TABLE ledger.entry ENABLE TRIGGER USER");
            sqlStatement.execute("ALTER TABLE ledger.entry_subject ENABLE TRIGGER USER");
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
