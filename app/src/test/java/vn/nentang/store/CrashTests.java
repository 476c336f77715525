package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nentang.store.StoreSettings.Embedded;

/** What was acknowledged is there, whoever is killed and whenever. Rounds: {@code -Dstore.crash.rounds=100}. */
final class CrashTests {

    private static final int ROUNDS = Integer.getInteger("store.crash.rounds", 8);
    private static final int WRITERS = 3;

    @TempDir
    Path temporary;

    @Test
    void killing_postgres_loses_no_acknowledged_row() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var acknowledged = new ConcurrentLinkedQueue<Long>();
        var going = new AtomicBoolean(true);
        try (var store = open();
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            var next = new AtomicLong();
            var writing = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                writing.add(writers.submit(() -> append(store, next, acknowledged, going)));
            }
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    awaitMore(acknowledged, 50);
                    Thread.sleep(random.nextInt(300));
                    kill(round);
                }
                awaitMore(acknowledged, 50);
            } finally {
                going.set(false);
            }
            for (var writer : writing) {
                writer.get();
            }
        }
        try (var store = open()) {
            var lost = new TreeSet<>(acknowledged);
            lost.removeAll(Rows.all(store));
            assertThat(lost).as("lost; seed %d", seed).isEmpty();
        }
        assertThat(log()).contains("automatic recovery in progress");
        assertThat(acknowledged).hasSizeGreaterThan(50 * ROUNDS);
    }

    private static void append(Store store, AtomicLong next, Queue<Long> acknowledged, AtomicBoolean going) {
        while (going.get()) {
            var n = next.incrementAndGet();
            try {
                Rows.append(store, n);
                acknowledged.add(n);
            } catch (SQLException e) {
                assertThat(StoreUnavailable.from(e)).as("after a crash: %s", e).isPresent();
            }
        }
    }

    private static void awaitMore(Queue<Long> acknowledged, int more) throws InterruptedException {
        var enough = acknowledged.size() + more;
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (acknowledged.size() < enough) {
            assertThat(System.nanoTime()).as("writing goes on after a crash").isLessThan(end);
            Thread.sleep(5);
        }
    }

    /** In turn the main process, one of its helpers, and all of them at once. */
    private void kill(int round) throws InterruptedException {
        var postmaster = awaitPostmaster();
        var victims = new ArrayList<>(List.of(postmaster));
        var helpers = postmaster.children().toList();
        switch (round % 3) {
            case 0 -> {}
            case 1 -> victims.addAll(helpers);
            default -> {
                victims.clear();
                victims.add(helpers.getLast());
            }
        }
        victims.forEach(ProcessHandle::destroyForcibly);
    }

    /** Servers that outlive their main process for a moment go on writing while nothing is there to be killed. */
    private ProcessHandle awaitPostmaster() throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            var running = Postmaster.of(cluster())
                    .filter(Postmaster::isReady)
                    .filter(Postmaster::isAlive)
                    .flatMap(one -> ProcessHandle.of(one.pid()));
            if (running.isPresent()) {
                return running.get();
            }
            assertThat(System.nanoTime()).as("the main process is there again").isLessThan(end);
            Thread.sleep(5);
        }
    }

    @Test
    void killing_the_program_loses_no_acknowledged_row() throws Exception {
        var acknowledged = new ArrayList<Long>();
        for (int round = 0; round < Math.max(2, ROUNDS / 4); round++) {
            try (var child = ChildProcess.writing(folder(), "command", 1_000_000L * round)) {
                child.opened();
                child.awaitAcknowledged(100);
                child.kill();
                acknowledged.addAll(child.allAcknowledged());
            }
        }
        try (var store = open()) {
            assertThat(store.startedHere())
                    .as("the one left behind is taken over")
                    .isFalse();
            assertThat(Rows.all(store)).containsAll(acknowledged);
        }
        assertThat(Postmaster.of(cluster()))
                .as("and stopped by the last one out")
                .isEmpty();
    }

    @Test
    void killing_program_and_postgres_together_loses_no_acknowledged_row() throws Exception {
        List<Long> acknowledged;
        try (var child = ChildProcess.writing(folder(), "server", 0)) {
            assertThat(child.opened()).isTrue();
            child.awaitAcknowledged(200);
            child.kill();
            kill(1);
            acknowledged = child.allAcknowledged();
        }
        try (var store = open()) {
            assertThat(store.startedHere()).isTrue();
            assertThat(Rows.all(store)).containsAll(acknowledged);
        }
    }

    @Test
    void a_program_asked_to_end_stops_the_database_cleanly() throws Exception {
        for (var kind : List.of("command", "server")) {
            try (var child = ChildProcess.writing(folder(), kind, kind.length() * 1_000_000L)) {
                child.opened();
                child.awaitAcknowledged(20);
                child.terminate();
                child.allAcknowledged();
                assertThat(child.exitCode(Duration.ofSeconds(60))).isEqualTo(143);
                assertThat(Postmaster.of(cluster())).isEmpty();
            }
        }
        open().close();
        assertThat(log()).doesNotContain("recovery").contains("database system is shut down");
    }

    private Store open() throws SQLException {
        var store = Store.open(new Embedded(folder()));
        Migrations.run(store);
        Rows.prepare(store);
        return store;
    }

    private Path folder() {
        return temporary.resolve("data");
    }

    private Path cluster() {
        return folder().resolve("postgresql");
    }

    private String log() throws java.io.IOException {
        return Files.readString(folder().resolve("log").resolve("postgresql.log"));
    }
}
