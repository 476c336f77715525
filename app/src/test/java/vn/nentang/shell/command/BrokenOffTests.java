package vn.nentang.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/** Long works that somebody breaks off: each is held where it is half done, then asked to end or killed. */
final class BrokenOffTests {

    private static final int ENDED_BY_TERM = 143;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String WAITING = """
            SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = CAST(? AS regclass)
            """;

    @TempDir
    Path temporary;

    private Store store;
    private World world;

    @BeforeEach
    void fill() {
        store = Store.open(new StoreSettings.Embedded(temporary.resolve("data")));
        Migrations.run(store);
        world = new World(store);
        var acts = new Acts(world);
        var body = acts.found("Đảng bộ xã Mẫu", "grassroots-body", null, "2020-01-01");
        var cell = acts.found("Chi bộ 1", "cell", body, "2020-01-01");
        List.of("Lò Văn An", "Quàng Thị Bình", "Cà Văn Chung").forEach(name -> acts.member(name, cell, "2021-03-01"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private record Ended(int exit, String told) {}

    private Process start(String line) throws IOException {
        return start(line, "data");
    }

    private Process start(String line, String folder) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(line.replace("DIR", temporary.toString()).split(" ", -1)));
        command.addAll(List.of("--data", temporary.resolve(folder).toString()));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(temporary.resolve("told.txt").toFile())
                .start();
    }

    /** Nobody gets past a table while this holds it. */
    private static Connection held(String table, Store store) throws SQLException {
        var connection = store.owner().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
        }
        return connection;
    }

    private static void awaitWaitingFor(String table, Store store, Process process)
            throws SQLException, InterruptedException {
        try (var connection = store.owner().getConnection();
                var statement = connection.prepareStatement(WAITING)) {
            statement.setString(1, table);
            for (var end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(100)) {
                assertThat(process.isAlive()).as("still at work").isTrue();
                try (var rows = statement.executeQuery()) {
                    if (rows.next() && rows.getLong(1) > 0) {
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("The work never came to " + table);
    }

    private Ended ended(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(temporary.resolve("told.txt"), StandardCharsets.UTF_8));
    }

    private Map<String, String> whatStands() {
        return whatStands(world);
    }

    private static Map<String, String> whatStands(World world) {
        var digests = world.digests();
        digests.put("ledger.entry", String.valueOf(world.base.ledger.size()));
        return digests;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ledger rebuild                                             ; register.membership ; các sổ đăng ký vẫn như trước
            ledger verify                                              ; ledger.entry        ; chưa kiểm hết, không có gì thay đổi
            ledger export DIR/copy.ndjson.gz                           ; ledger.entry        ; không có tệp nào được ghi
            ledger import DIR/before.ndjson.gz                         ; register.membership ; không nhận gì, sổ cái như trước
            import roster DIR/list.csv --on 2026-01-01                 ; register.person     ; không ghi dòng nào
            roster --on 2026-01-01 --out DIR/copy.xlsx                 ; register.membership ; không có tệp nào được ghi
            """)
    void a_work_that_is_asked_to_end_says_what_stands_and_leaves_nothing_half(String line, String held, String sentence)
            throws Exception {
        Files.writeString(
                temporary.resolve("list.csv"),
                "STT,Họ và tên,Giới tính,Ngày sinh,Ngày vào Đảng,Chi bộ\r\n1,Tòng Văn Mới,Nam,05/10/1962,19/05/1990,Chi bộ 1\r\n");
        elsewhere(temporary.resolve("before.ndjson.gz"));
        var before = whatStands();
        try (var holding = held(held, store)) {
            var process = start(line);
            awaitWaitingFor(held, store, process);
            process.toHandle().destroy();
            var ended = ended(process);
            assertThat(ended.exit()).as(ended.told()).isEqualTo(ENDED_BY_TERM);
            assertThat(ended.told()).contains(sentence).doesNotContain("Có lỗi trong chương trình");
            holding.rollback();
        }
        assertThat(whatStands()).isEqualTo(before);
        try (var files = Files.list(temporary)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName()))).noneMatch(name -> name.startsWith("copy"));
        }
    }

    /** The ledger of another installation, which is not here yet. */
    private static void elsewhere(Path file) throws IOException {
        try (var other = new World()) {
            var acts = new Acts(other);
            var cell = acts.found("Chi bộ nơi khác", "cell", null, "2020-01-01");
            acts.member("Vì Văn Xa", cell, "2021-03-01");
            other.base.archive.exportTo(file);
        }
    }

    @Test
    void a_rebuild_that_is_killed_leaves_the_registers_as_they_were() throws Exception {
        var before = whatStands();
        try (var holding = held("register.membership", store)) {
            var process = start("ledger rebuild");
            awaitWaitingFor("register.membership", store, process);
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            holding.rollback();
        }
        assertThat(whatStands()).isEqualTo(before);
        var again = start("ledger rebuild");
        assertThat(ended(again).exit()).isEqualTo(Exit.DONE);
        assertThat(whatStands()).isEqualTo(before);
    }

    @Test
    void a_restore_that_is_killed_leaves_the_ledger_empty_and_begins_again() throws Exception {
        var file = world.base.archive.exportTo(temporary);
        try (var there = Store.open(new StoreSettings.Embedded(temporary.resolve("there")))) {
            Migrations.run(there);
            var empty = new World(there);
            var before = whatStands(empty);
            try (var holding = held("register.membership", there)) {
                var process = start("ledger import " + file, "there");
                awaitWaitingFor("register.membership", there, process);
                process.toHandle().destroyForcibly();
                assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                holding.rollback();
            }
            assertThat(whatStands(empty)).isEqualTo(before).containsEntry("ledger.entry", "0");
            assertThat(ended(start("ledger import " + file, "there")).exit()).isEqualTo(Exit.DONE);
            assertThat(whatStands(empty)).isEqualTo(whatStands());
        }
    }
}
