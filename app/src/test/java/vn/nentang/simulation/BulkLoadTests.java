package vn.nentang.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.LedgerDamaged;
import vn.nentang.ledger.NewEntry;
import vn.nentang.ledger.Parcel;
import vn.nentang.ledger.Recording;
import vn.nentang.ledger.Stage;
import vn.nentang.ledger.TestLedger;
import vn.nentang.organization.OrganizationEvent;

/** Loaded in bulk or recorded act by act: nobody can tell afterwards. */
final class BulkLoadTests {

    private static final String NODE = "n-test";
    private static final int STEPS = 150;

    private static World world() {
        var world = new World();
        world.base.transactions.executeWithoutResult(_ -> world.base
                .sql
                .sql("INSERT INTO ledger.node (name) VALUES (:name)")
                .param("name", NODE)
                .update());
        return world;
    }

    /** A history with corrections and withdrawals, as its commands recorded it. */
    private static List<Recording> lived(long seed, World world) {
        var history = new History(seed, world);
        for (int step = 0; step < STEPS; step++) {
            history.step();
        }
        return world.base.recordings("step");
    }

    private static Iterator<Parcel> parcels(List<Recording> recordings, Random cuts) {
        var parcels = new ArrayList<Parcel>();
        for (int from = 0; from < recordings.size(); ) {
            var to = Math.min(recordings.size(), from + 1 + cuts.nextInt(recordings.size() / 2));
            parcels.add(new Parcel(NODE, recordings.subList(from, to)));
            from = to;
        }
        return parcels.iterator();
    }

    private static List<String> rows(World world) {
        return Stream.of("ledger.entry", "ledger.entry_subject")
                .flatMap(table -> world
                        .base
                        .sql
                        .sql("SELECT t::text FROM %s AS t ORDER BY 1".formatted(table))
                        .query((row, _) -> row.getString(1))
                        .list()
                        .stream())
                .toList();
    }

    private static List<String> indexes(World world) {
        return world.base.sql.sql("""
                SELECT indexdef FROM pg_indexes WHERE schemaname IN ('ledger', 'register')
                UNION ALL
                SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                 WHERE connamespace IN ('ledger'::regnamespace, 'register'::regnamespace)
                ORDER BY 1
                """).query((row, _) -> row.getString(1)).list();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_same_acts_give_the_same_entries_and_registers(long seed) {
        try (var lived = world();
                var loaded = world()) {
            var recordings = lived(seed, lived);
            var before = indexes(loaded);

            var count = loaded.base.bulk.load(parcels(recordings, new Random(seed)), (_, _, _) -> {});

            assertThat(count).isEqualTo(lived.base.ledger.size());
            assertThat(rows(loaded)).isEqualTo(rows(lived));
            assertThat(loaded.digests()).isEqualTo(lived.digests());
            assertThat(loaded.base.verification.verify().isSound()).isTrue();
            assertThat(indexes(loaded)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void a_load_goes_on_where_acts_were_recorded_and_acts_go_on_after_it(long seed) {
        try (var lived = world();
                var loaded = world()) {
            var recordings = lived(seed, lived);
            var middle = recordings.size() / 3;
            recordings.subList(0, middle).forEach(r -> record(loaded, r));

            loaded.base.bulk.load(parcels(recordings.subList(middle, 2 * middle), new Random(seed)), (_, _, _) -> {});
            recordings.subList(2 * middle, recordings.size()).forEach(r -> record(loaded, r));

            assertThat(rows(loaded)).isEqualTo(rows(lived));
            assertThat(loaded.digests()).isEqualTo(lived.digests());
        }
    }

    private static void record(World world, Recording recording) {
        world.base.setTime(recording.recordedAt());
        var answer =
                world.base.ledger.carryOut(recording.command(), () -> new Decision.Recorded<>(recording.entries()));
        assertThat(answer).isInstanceOf(Answer.Recorded.class);
    }

    @Test
    void several_nodes_have_a_chain_each() {
        try (var lived = world();
                var loaded = world()) {
            var recordings = founded(lived);

            loaded.base.bulk.load(
                    List.of(
                                    new Parcel("xa-1", recordings.subList(0, 2)),
                                    new Parcel("xa-2", recordings.subList(2, 3)),
                                    new Parcel("xa-1", recordings.subList(3, 4)))
                            .iterator(),
                    (_, _, _) -> {});

            var report = loaded.base.verification.verify();
            assertThat(report.isSound()).isTrue();
            assertThat(report.heads())
                    .extracting(h -> h.node() + ":" + h.sequence())
                    .containsExactlyInAnyOrder("xa-1:3", "xa-2:1");
        }
    }

    private static List<Recording> founded(World world) {
        for (int i = 0; i < 4; i++) {
            var id = new OrganizationId(new UUID(7, i));
            var act = new OrganizationEvent.Founded(id, "cell", "Chi bộ " + i, null, null);
            var entry = NewEntry.of(act, Acts.day("2025-01-01"), Paper.UNKNOWN);
            world.base.ledger.carryOut(TestLedger.command("step"), () -> Decision.record(entry));
        }
        return world.base.recordings("step");
    }

    @Test
    void a_load_that_ends_early_leaves_nothing_behind() {
        try (var lived = world();
                var loaded = world()) {
            var recordings = lived(9, lived);
            var before = indexes(loaded);
            var disordered = List.of(new Parcel(NODE, recordings), new Parcel(NODE, recordings.subList(0, 1)));

            assertThatThrownBy(() -> loaded.base.bulk.load(disordered.iterator(), (_, _, _) -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(NODE);

            assertThat(rows(loaded)).isEmpty();
            assertThat(indexes(loaded)).isEqualTo(before);
            recordings.forEach(r -> record(loaded, r));
            assertThat(loaded.digests()).isEqualTo(lived.digests());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 12})
    void an_archive_restored_into_an_empty_ledger_gives_the_same_entries_and_registers(long seed, @TempDir Path folder)
            throws IOException {
        try (var lived = world();
                var restored = new World()) {
            lived(seed, lived);
            var file = lived.base.archive.exportTo(folder);
            var before = indexes(restored);
            var stages = new ConcurrentSkipListSet<Stage>();

            var count = restored.base.archive.importFrom(file, (stage, _, _) -> stages.add(stage));

            assertThat(stages).containsExactly(Stage.values());
            assertThat(count).isEqualTo(lived.base.ledger.size());
            assertThat(rows(restored)).isEqualTo(rows(lived));
            assertThat(restored.digests()).isEqualTo(lived.digests());
            assertThat(restored.base.verification.verify().isSound()).isTrue();
            assertThat(indexes(restored)).isEqualTo(before);
        }
    }

    @Test
    void after_a_restore_this_installation_records_under_its_own_name(@TempDir Path folder) throws IOException {
        try (var lived = world();
                var restored = new World()) {
            founded(lived);
            var own = restored.base.ledger.node();

            restored.base.archive.importFrom(lived.base.archive.exportTo(folder), (_, _, _) -> {});
            new Acts(restored).found("Chi bộ mới", "cell", null, "2025-02-01");

            var report = restored.base.verification.verify();
            assertThat(report.isSound()).isTrue();
            assertThat(report.heads())
                    .extracting(h -> h.node() + ":" + h.sequence())
                    .containsExactlyInAnyOrder(NODE + ":4", own + ":1");
        }
    }

    @Test
    void a_restore_that_meets_a_wrong_line_names_it_and_leaves_nothing_behind(@TempDir Path folder) throws IOException {
        try (var lived = world();
                var restored = new World()) {
            lived(13, lived);
            var file = lived.base.archive.exportTo(folder.resolve("ledger.ndjson"));
            var lines = Files.readAllLines(file);
            var last = lines.size();
            var before = indexes(restored);
            var swapped = new ArrayList<>(lines);
            Collections.swap(swapped, last - 2, last - 1);
            var told = new ArrayList<>(lines);
            told.set(last - 2, lines.get(last - 2).replaceFirst("\"author\":\"", "\"author\":\"x"));

            for (var damaged : List.of(swapped, told)) {
                var wrong = Files.write(folder.resolve("wrong.ndjson"), damaged);
                assertThatThrownBy(() -> restored.base.archive.importFrom(wrong, (_, _, _) -> {}))
                        .isInstanceOf(LedgerDamaged.class)
                        .hasMessageContaining("Line " + (last - 1));
                assertThat(rows(restored)).isEmpty();
                assertThat(indexes(restored)).isEqualTo(before);
            }
            restored.base.archive.importFrom(file, (_, _, _) -> {});
            assertThat(restored.digests()).isEqualTo(lived.digests());
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void a_restore_broken_off_in_any_stage_leaves_nothing_behind(Stage end, @TempDir Path folder) throws IOException {
        try (var lived = world();
                var restored = new World()) {
            lived(14, lived);
            var file = lived.base.archive.exportTo(folder);
            var before = indexes(restored);
            var empty = restored.digests();

            assertThatThrownBy(() -> restored.base.archive.importFrom(file, (stage, _, _) -> failAt(stage, end)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken off");

            assertThat(rows(restored)).isEmpty();
            assertThat(restored.digests()).isEqualTo(empty);
            assertThat(indexes(restored)).isEqualTo(before);
        }
    }

    private static void failAt(Stage stage, Stage end) {
        if (stage == end) {
            throw new IllegalStateException("broken off");
        }
    }

    @Test
    void the_planner_knows_every_table_that_was_filled(@TempDir Path folder) throws IOException {
        try (var lived = world();
                var loaded = world();
                var restored = new World()) {
            var recordings = lived(15, lived);
            loaded.base.bulk.load(parcels(recordings, new Random(15)), (_, _, _) -> {});
            restored.base.archive.importFrom(lived.base.archive.exportTo(folder), (_, _, _) -> {});
            lived.base.rebuild.run((_, _, _) -> {});

            assertThat(unknownToThePlanner(loaded, "ledger", "register")).isEmpty();
            assertThat(unknownToThePlanner(restored, "ledger", "register")).isEmpty();
            assertThat(unknownToThePlanner(lived, "register")).isEmpty();
        }
    }

    /** Tables with rows and without statistics, but for the two that have one row for each installation. */
    private static List<String> unknownToThePlanner(World world, String... schemas) {
        return Stream.of(schemas)
                .flatMap(schema -> world
                        .base
                        .sql
                        .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = :schema"
                                + " AND table_type = 'BASE TABLE'")
                        .param("schema", schema)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(table -> schema + "." + table))
                .filter(table -> !List.of("ledger.node", "register.cursor").contains(table))
                .filter(table -> hasRows(world, table) && !hasStatistics(world, table))
                .toList();
    }

    private static boolean hasRows(World world, String table) {
        return world.base
                .sql
                .sql("SELECT EXISTS (SELECT FROM %s)".formatted(table))
                .query(Boolean.class)
                .single();
    }

    private static boolean hasStatistics(World world, String table) {
        return world.base
                .sql
                .sql("SELECT last_analyze IS NOT NULL FROM pg_stat_user_tables WHERE relid = CAST(:table AS regclass)")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }
}
