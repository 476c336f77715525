package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.store.StoreSettings.Embedded;
import vn.nentang.store.StoreUnavailable.Reason;

/** One sentence for every way in which a database may not open, or may be lost while it runs. */
final class StoreUnavailableTests {

    @TempDir
    static Path once;

    @TempDir
    Path temporary;

    @BeforeAll
    static void makeOneStoppedFolder() {
        Store.open(new Embedded(once.resolve("data"))).close();
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_and_told_who_has_it() throws Exception {
        try (var server = ChildProcess.writing(folder(), "server", 0)) {
            server.opened();
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> Store.openAsServer(new Embedded(folder())))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("store-folder-in-use"))
                    .satisfies(e -> assertThat(e.english()).contains("pid " + server.pid()))
                    .satisfies(e -> assertThat(e.vietnamese()).contains("pid " + server.pid()));
        }
    }

    @Test
    void a_second_server_in_the_same_process_is_refused() {
        try (var server = Store.openAsServer(new Embedded(folder()))) {
            assertRefused(Reason.FOLDER_IN_USE, () -> Store.openAsServer(new Embedded(folder())));
            assertThat(server.startedHere()).isTrue();
        }
        Store.openAsServer(new Embedded(folder())).close();
    }

    @Test
    void a_database_that_refuses_our_password_is_not_ours() throws Exception {
        try (var server = ChildProcess.writing(folder(), "server", 0)) {
            server.opened();
            Files.writeString(folder().resolve("secrets").resolve("nentang_admin"), "another");
            assertRefused(Reason.FOLDER_IN_USE, this::open);
            server.awaitAcknowledged(10);
        }
    }

    @Test
    void another_major_version_is_refused_and_told_how_to_move() throws IOException {
        copyTheStoppedFolder();
        Files.writeString(cluster().resolve("PG_VERSION"), "17\n");
        assertThat(assertRefused(Reason.OTHER_MAJOR_VERSION, this::open))
                .contains("17", "nentang ledger export", "nentang ledger import");
    }

    @Test
    void another_build_is_refused_and_told_how_to_move() throws IOException {
        copyTheStoppedFolder();
        Files.writeString(cluster().resolve("nentang.build"), "debian 18 linux-x86_64\n");
        assertThat(assertRefused(Reason.OTHER_BUILD, this::open))
                .contains("debian 18 linux-x86_64", "nentang ledger export", "nentang ledger import");
        Files.delete(cluster().resolve("nentang.build"));
        assertRefused(Reason.OTHER_BUILD, this::open);
    }

    @Test
    void another_icu_is_refused_and_the_database_is_not_left_running() throws IOException, SQLException {
        copyTheStoppedFolder();
        try (var cluster = admin()) {
            cluster.run("UPDATE pg_collation SET collversion = '1.0' WHERE collname = 'vi-VN-x-icu'");
        }
        assertRefused(Reason.OTHER_BUILD, this::open);
        assertThat(Postmaster.of(cluster())).isEmpty();
    }

    @Test
    void damaged_control_file_is_told_and_nothing_is_changed() throws IOException {
        copyTheStoppedFolder();
        var control = cluster().resolve("global").resolve("pg_control");
        var whole = Files.readAllBytes(control);
        Files.write(control, new byte[whole.length]);
        assertRefused(Reason.DAMAGED, this::open);
        Files.delete(control);
        assertRefused(Reason.DAMAGED, this::open);
        Files.write(control, whole);
        open().close();
    }

    @Test
    void missing_password_file_is_told() throws IOException {
        copyTheStoppedFolder();
        Files.delete(folder().resolve("secrets").resolve("nentang_admin"));
        assertRefused(Reason.SECRETS_MISSING, this::open);
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws IOException {
        Files.writeString(temporary.resolve("file"), "");
        assertRefused(Reason.FOLDER_NOT_WRITABLE, () -> Store.open(new Embedded(temporary.resolve("file/data"))));
    }

    @Test
    void a_folder_of_another_user_is_told() throws IOException {
        assumeThat(isRoot()).as("only root can give a folder away").isTrue();
        copyTheStoppedFolder();
        Files.setAttribute(folder(), "unix:uid", 65534);
        assertRefused(Reason.FOLDER_OF_ANOTHER_USER, this::open);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOT_AS_ROOT             | unshare: unshare failed: No space left on device
            NOT_AS_ROOT             | unshare: unshare failed: Operation not permitted
            DISK_FULL               | initdb: error: could not write to file "x": No space left on device
            DISK_FULL               | PANIC:  could not write to file "pg_wal/xlogtemp.7": No space left on device
            FOLDER_NOT_WRITABLE     | FATAL:  could not open file "postmaster.pid": Permission denied
            FOLDER_NOT_WRITABLE     | FATAL:  could not create lock file "postmaster.pid": Read-only file system
            FOLDER_IN_USE           | FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use
            DAMAGED                 | PANIC:  could not locate a valid checkpoint record at 0/1
            DAMAGED                 | FATAL:  incorrect checksum in control file
            NOT_STARTED             | LOG:  could not bind IPv4 address "127.0.0.1": Address already in use
            NOT_STARTED             | FATAL:  unrecognized configuration parameter "x"
            """)
    void what_postgres_says_when_it_does_not_start_has_one_meaning(Reason reason, String line) {
        var failure = StartFailure.in("LOG:  starting\n" + line + "\n", DataFolder.at(folder()));
        assertThat(failure.asException().reason()).isEqualTo(reason);
    }

    @Test
    void a_machine_without_its_programs_is_told() {
        assertThat(PostgresBuild.platformOf("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(PostgresBuild.platformOf("Mac OS X", "aarch64")).isEqualTo("darwin-arm_64");
        assertThat(PostgresBuild.platformOf("Windows 11", "amd64")).isEqualTo("windows-x86_64");
        assertThat(assertRefused(
                        Reason.NO_PROGRAM_FOR_THIS_MACHINE,
                        () -> PostgresBuild.unpacked("linux-riscv64", temporary.resolve("cache"))))
                .contains("linux-riscv64", "NENTANG_DATABASE_URL");
    }

    @Test
    void a_lock_left_by_a_killed_database_is_no_obstacle() throws IOException {
        copyTheStoppedFolder();
        for (var pid : List.of(ProcessHandle.current().pid(), 4_000_000L)) {
            Files.writeString(
                    cluster().resolve("postmaster.pid"),
                    pid + "\n" + cluster() + "\n1700000000\n5432\n\n127.0.0.1\n   1234         5\nready\n");
            open().close();
        }
    }

    @Test
    void what_a_crash_left_half_made_is_made_anew() throws IOException {
        Files.createDirectories(folder().resolve("postgresql.new").resolve("base"));
        open().close();
        Files.delete(cluster().resolve("nentang.prepared"));
        open().close();
        assertThat(folder().resolve("postgresql.new")).doesNotExist();
    }

    @Test
    void full_disk_is_told_and_writing_goes_on_when_there_is_room() throws Exception {
        assumeThat(isRoot()).as("only root can mount a small disk").isTrue();
        Files.createDirectory(folder());
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=160m,mode=700", "tmpfs", folder().toString()))
                .as("this machine lets a test mount a small disk")
                .isZero();
        try {
            fillAndFree();
        } finally {
            run("umount", "-l", folder().toString());
        }
    }

    private void fillAndFree() throws IOException, SQLException {
        var ballast = folder().resolve("ballast");
        var acknowledged = new ArrayList<Long>();
        try (var store = open()) {
            Migrations.run(store);
            Rows.prepare(store);
            fill(ballast, 20);
            assertThat(appendUntilRefused(store, acknowledged).reason()).isIn(Reason.DISK_FULL, Reason.CONNECTION_LOST);
            assertThat(firstDiskFull(store)).isEqualTo("store-disk-full");
            Files.delete(ballast);
            Rows.append(store, -1, "after");
            assertThat(Rows.all(store)).containsAll(acknowledged).contains(-1L);
        }
        fill(ballast, 0);
        assertRefused(Reason.DISK_FULL, this::open);
        Files.delete(ballast);
        open().close();
    }

    private static StoreUnavailable appendUntilRefused(Store store, List<Long> acknowledged) {
        for (long n = 0; n < 1_000_000; n++) {
            try {
                Rows.append(store, n, randomText());
                acknowledged.add(n);
            } catch (SQLException e) {
                return StoreUnavailable.from(e).orElseThrow(() -> new AssertionError(e));
            }
        }
        throw new AssertionError("The small disk never became full");
    }

    /** After a full log the server restarts; until there is room, every attempt ends with the same sentence. */
    private static String firstDiskFull(Store store) {
        var last = "";
        for (long n = 0; n < 20 && !last.equals("store-disk-full"); n++) {
            try {
                Rows.append(store, 10_000_000 + n, randomText());
            } catch (SQLException e) {
                last = StoreUnavailable.from(e)
                        .orElseThrow(() -> new AssertionError(e))
                        .code();
            }
        }
        return last;
    }

    private static String randomText() {
        var random = new java.util.Random();
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append((char) ('!' + random.nextInt(90)));
        }
        return text.toString();
    }

    /** Leaves this many megabytes free. */
    private static void fill(Path ballast, int megabytesFree) throws IOException {
        var store = Files.getFileStore(ballast.getParent());
        try (var out = Files.newOutputStream(ballast, StandardOpenOption.CREATE)) {
            var piece = new byte[4096];
            while (store.getUsableSpace() > megabytesFree * 1_000_000L) {
                out.write(piece);
            }
        }
    }

    @Test
    void every_sentence_stands_in_both_languages_and_every_code_in_the_docs() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "explanation", "store.md"));
        for (var reason : Reason.values()) {
            var failure = new StoreUnavailable(reason, "DETAIL");
            assertThat(failure.vietnamese()).contains("DETAIL").isNotEqualTo(failure.english());
            assertThat(failure.english()).contains("DETAIL");
            assertThat(failure).hasMessageContaining(failure.vietnamese()).hasMessageContaining(failure.english());
            assertThat(failure.code()).matches("store(-[a-z]+)+");
            assertThat(page).contains("| `" + failure.code() + "` |");
        }
    }

    @Test
    void a_statement_at_fault_says_nothing_about_the_database() {
        assertThat(StoreUnavailable.from(new SQLException("duplicate", "23505")))
                .isEmpty();
        assertThat(StoreUnavailable.from(new IllegalStateException(new SQLException("no room", "53100"))))
                .hasValueSatisfying(e -> assertThat(e.code()).isEqualTo("store-disk-full"));
        assertThat(StoreUnavailable.from(new SQLException("gone", "57P01")))
                .hasValueSatisfying(e -> assertThat(e.code()).isEqualTo("store-connection-lost"));
    }

    private static String assertRefused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
        var sentence = new StringBuilder();
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(opening)
                .satisfies(e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason))
                .satisfies(e -> sentence.append(e.getMessage()));
        return sentence.toString();
    }

    /** Copying a stopped folder is allowed to the same build, and quicker than making one. */
    private void copyTheStoppedFolder() throws IOException {
        var from = once.resolve("data");
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                Files.copy(path, folder().resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Store open() {
        return Store.open(new Embedded(folder()));
    }

    private Admin admin() {
        return new Admin(EmbeddedCluster.enter(folder(), false));
    }

    /** The superuser, for tests that spoil what only it can. */
    private record Admin(EmbeddedCluster cluster) implements AutoCloseable {
        void run(String sql) throws SQLException {
            try (var connection = cluster.connect(Role.ADMIN, "postgres")) {
                Foundation.run(connection, sql);
            }
        }

        @Override
        public void close() {
            cluster.leave(false);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private Path folder() {
        return temporary.resolve("data");
    }

    private Path cluster() {
        return folder().resolve("postgresql");
    }
}
