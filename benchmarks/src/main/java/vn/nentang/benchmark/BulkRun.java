package vn.nentang.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.nentang.demo.nation.NationData;
import vn.nentang.ledger.BulkLoad;
import vn.nentang.ledger.Parcel;
import vn.nentang.ledger.Registers;
import vn.nentang.simulation.World;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/**
 * Entries loaded a second, by the ledger's bulk path and by plain COPY of the same entries into a table of the same shape, in
 * the same run on the same disk, each several times by turns.
 */
final class BulkRun {

    private static final int MEMBERS = 20_000;
    private static final int ROUNDS = 3;
    private static final String SHAPE = "CREATE TABLE public.plain (LIKE ledger.entry INCLUDING ALL)";
    private static final List<String> INDEXES = List.of(
            "ALTER TABLE public.plain ADD PRIMARY KEY (position)",
            "ALTER TABLE public.plain ADD UNIQUE (node, sequence)",
            "CREATE INDEX ON public.plain (command_id)",
            "CREATE INDEX ON public.plain (corrects_node, corrects_sequence) WHERE corrects_node IS NOT NULL");

    private final List<Parcel> parcels = new ArrayList<>();
    private final List<Double> plain = new ArrayList<>();
    private final List<Double> plainIndexedAfter = new ArrayList<>();
    private final List<Double> chainOnly = new ArrayList<>();
    private final List<Double> whole = new ArrayList<>();
    private long entries;

    private BulkRun() {}

    /** @param args the page to write to */
    public static void main(String[] args) throws IOException, SQLException {
        var run = new BulkRun();
        run.make();
        for (int round = 0; round <= ROUNDS; round++) {
            run.round();
            if (round == 0) {
                run.forget();
            }
        }
        new Figures(Path.of(args[0]), "bulk").write(run.lines());
    }

    /** Beforehand: what a nation costs to make up is not what is measured here. */
    private void make() {
        NationData.parcels(World.RULEBOOK, MEMBERS, 1).forEachRemaining(parcels::add);
    }

    /** The first round is for warming up. */
    private void forget() {
        List.of(plain, plainIndexedAfter, chainOnly, whole).forEach(List::clear);
    }

    private void round() throws IOException, SQLException {
        inFolder(store -> {
            try (var world = new World(store)) {
                whole.add(rate(() -> entries = world.base.bulk.load(parcels.iterator(), (_, _, _) -> {})));
                copies(store);
            }
        });
        inFolder(store -> {
            try (var world = new World(store)) {
                var none = new Registers(world.base.jdbc, world.base.types, List.of());
                var bulk = new BulkLoad(store, world.base.types, none);
                chainOnly.add(rate(() -> entries = bulk.load(parcels.iterator(), (_, _, _) -> {})));
            }
        });
    }

    private void copies(Store store) throws IOException, SQLException {
        try (var connection = store.owner().getConnection()) {
            connection.setAutoCommit(false);
            var copying = connection.unwrap(PGConnection.class).getCopyAPI();
            var rows = new ByteArrayOutputStream();
            copying.copyOut("COPY ledger.entry TO STDOUT", rows);
            run(connection, SHAPE);
            connection.commit();
            plain.add(rate(() -> copy(connection, copying, rows.toByteArray(), List.of())));
            run(connection, "DROP TABLE public.plain");
            run(connection, "CREATE TABLE public.plain (LIKE ledger.entry INCLUDING CONSTRAINTS)");
            connection.commit();
            plainIndexedAfter.add(rate(() -> copy(connection, copying, rows.toByteArray(), INDEXES)));
        }
    }

    private static void copy(Connection connection, CopyManager copying, byte[] rows, List<String> after)
            throws IOException, SQLException {
        copying.copyIn("COPY public.plain FROM STDIN", new ByteArrayInputStream(rows), 1 << 16);
        for (var statement : after) {
            run(connection, statement);
        }
        connection.commit();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work {
        void run() throws IOException, SQLException;
    }

    /** Entries a second. */
    private double rate(Work work) throws IOException, SQLException {
        var started = System.nanoTime();
        work.run();
        return entries * 1e9 / (System.nanoTime() - started);
    }

    private interface WithStore {
        void work(Store store) throws IOException, SQLException;
    }

    private static void inFolder(WithStore work) throws IOException, SQLException {
        var folder = Files.createTempDirectory("bulk");
        try (var store = Store.open(new StoreSettings.Embedded(folder))) {
            Migrations.run(store);
            work.work(store);
        } finally {
            delete(folder);
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<String> lines() {
        return List.of(
                "%,d entries of a nation of %,d members into an empty ledger on disk, `fsync` on; %d rounds by turns after one to warm up."
                        .formatted(entries, MEMBERS, ROUNDS),
                "",
                "| what | entries a second, median (least–greatest) | of plain `COPY` |",
                "| --- | ---: | ---: |",
                line("plain `COPY` of the finished entries, same table, same indexes", plain),
                line("the same, indexes made afterwards", plainIndexedAfter),
                line("bulk load: sealed, entries and index of subjects, no registers", chainOnly),
                line("bulk load: the same with all registers", whole));
    }

    private String line(String what, List<Double> runs) {
        return "| %s | %s | %.2f |".formatted(what, Figures.spread(runs), Figures.median(runs) / Figures.median(plain));
    }
}
