package vn.nentang.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nentang.ledger.RecordingProcess.Acknowledged;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings.Embedded;

/** Whoever is killed and whenever, every answered command stands in the ledger once. Rounds: {@code -Dledger.crash.rounds=50}. */
final class LedgerCrashTests {

    private static final int ROUNDS = Integer.getInteger("ledger.crash.rounds", 4);
    private static final long NUMBERS_EACH_ROUND = 1_000_000;

    @TempDir
    Path temporary;

    @Test
    void every_answered_command_is_recorded_once_whoever_is_killed() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var acknowledged = new ArrayList<Acknowledged>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(round(round, random));
        }

        try (var base = new TestLedger(open(), List.of(RecordingProcess.CATALOGUE), _ -> List.of())) {
            assertThat(base.verification.verify().findings())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(acknowledged).as("seed %d", seed).hasSizeGreaterThan(20 * ROUNDS);
            for (var one : acknowledged) {
                assertThat(base.ledger.recordedBy(new UUID(0, one.number())))
                        .as("command %d, seed %d", one.number(), seed)
                        .extracting(Entry::ref)
                        .containsExactlyElementsOf(one.entries());
            }
            assertNothingByHalf(base);
            assertRepeated(base, acknowledged.getLast());
        }
    }

    /** Kills the program in even rounds and PostgreSQL in odd ones; after PostgreSQL the program goes on. */
    private List<Acknowledged> round(int round, Random random) throws Exception {
        try (var child = RecordingProcess.start(folder(), round * NUMBERS_EACH_ROUND)) {
            child.awaitAcknowledged(20);
            Thread.sleep(random.nextInt(200));
            if (round % 2 == 1) {
                killPostgres();
                child.awaitAcknowledged(20);
            }
            child.kill();
            return child.allAcknowledged();
        }
    }

    /** The main process, whose number stands in the first line of its file; the embedded one of this test alone. */
    private void killPostgres() throws IOException {
        var pid =
                Long.parseLong(Files.readAllLines(folder().resolve("postgresql").resolve("postmaster.pid"))
                        .getFirst()
                        .strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /** A command that was cut off left all of its entries or none. */
    private static void assertNothingByHalf(TestLedger base) {
        assertThat(base.sql
                        .sql("SELECT count(*) FROM ledger.entry GROUP BY command_id")
                        .query(Integer.class)
                        .list())
                .allMatch(count -> count == RecordingProcess.entriesEach());
    }

    private static void assertRepeated(TestLedger base, Acknowledged last) {
        var size = base.ledger.size();

        assertThat(RecordingProcess.record(base, last.number()).entries()).isEqualTo(last.entries());
        assertThat(base.ledger.size()).isEqualTo(size);
    }

    private Store open() throws Exception {
        var store = Store.open(new Embedded(folder()));
        Migrations.run(store);
        return store;
    }

    private Path folder() {
        return temporary.resolve("data");
    }
}
