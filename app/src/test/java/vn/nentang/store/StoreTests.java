package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.store.StoreSettings.Embedded;

final class StoreTests {

    @TempDir
    Path temporary;

    @Test
    void data_is_kept_between_two_starts() {
        try (var store = open()) {
            assertThat(store.startedHere()).isTrue();
            assertThat(Migrations.run(store)).isPositive();
            JdbcClient.create(store.owner())
                    .sql("CREATE TABLE register.kept AS SELECT 42 AS n")
                    .update();
        }
        try (var store = open()) {
            assertThat(Migrations.run(store)).isZero();
            assertThat(text(store, "SELECT n FROM register.kept")).isEqualTo("42");
        }
    }

    @Test
    void the_database_is_durable_checked_and_ready_to_be_replicated() {
        try (var store = open()) {
            assertThat(List.of(
                            text(store, "SHOW server_version_num").substring(0, 2),
                            text(store, "SHOW fsync"),
                            text(store, "SHOW synchronous_commit"),
                            text(store, "SHOW full_page_writes"),
                            text(store, "SHOW data_checksums"),
                            text(store, "SHOW wal_level"),
                            text(store, "SHOW server_encoding"),
                            text(store, "SHOW listen_addresses"),
                            text(store, "SHOW password_encryption")))
                    .containsExactly("18", "on", "on", "on", "on", "logical", "UTF8", "127.0.0.1", "scram-sha-256");
        }
    }

    @Test
    void local_conf_can_tune_but_not_switch_durability_off() throws IOException {
        open().close();
        Files.writeString(folder().resolve("postgresql").resolve("local.conf"), "fsync = off\nwork_mem = '5MB'\n");
        try (var store = open()) {
            assertThat(text(store, "SHOW fsync")).isEqualTo("on");
            assertThat(text(store, "SHOW work_mem")).isEqualTo("5MB");
        }
    }

    @Test
    void text_sorts_by_code_point_unless_vietnamese_order_is_asked_for() {
        try (var store = open()) {
            var names =
                    "SELECT string_agg(n, ' ' ORDER BY n %s) FROM unnest(ARRAY['Đào','Dung','Ân','Ba','An','Ánh','Em']) n";
            assertThat(text(store, names.formatted(""))).isEqualTo("An Ba Dung Em Ánh Ân Đào");
            assertThat(text(store, names.formatted("COLLATE \"vi-VN-x-icu\""))).isEqualTo("An Ánh Ân Ba Dung Đào Em");
        }
    }

    @Test
    void passwords_are_for_their_owner_alone_and_differ() throws IOException {
        open().close();
        try (var files = Files.list(folder().resolve("secrets"))) {
            var secrets = files.toList();
            assertThat(secrets)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
            assertThat(secrets.stream().map(StoreTests::content).distinct()).hasSize(3);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("postgresql"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void nobody_gets_in_without_a_password() {
        try (var store = open()) {
            var url = text(store, "SELECT 'jdbc:postgresql://127.0.0.1:' || current_setting('port') || '/nentang'");
            for (var role : Role.values()) {
                assertThatThrownBy(() -> java.sql.DriverManager.getConnection(url, role.user(), "guess"))
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void two_opens_in_one_process_share_one_database() {
        try (var first = open()) {
            try (var second = open()) {
                assertThat(text(second, "SELECT pg_postmaster_start_time()"))
                        .isEqualTo(text(first, "SELECT pg_postmaster_start_time()"));
            }
            assertThat(text(first, "SELECT 1"))
                    .as("closing one leaves the other")
                    .isEqualTo("1");
        }
        assertThat(Postmaster.of(folder().resolve("postgresql"))).isEmpty();
    }

    @Test
    void a_command_connects_to_the_server_of_another_process_and_may_outlive_it() throws Exception {
        try (var server = ChildProcess.writing(folder(), "server", 0)) {
            assertThat(server.opened()).isTrue();
            try (var store = open()) {
                assertThat(store.startedHere()).isFalse();
                server.awaitAcknowledged(10);
                server.terminate();
                var acknowledged = server.allAcknowledged();
                assertThat(server.exitCode(java.time.Duration.ofSeconds(60))).isEqualTo(143);
                assertThat(Rows.all(store)).as("still served").containsAll(acknowledged);
            }
        }
        assertThat(Postmaster.of(folder().resolve("postgresql")))
                .as("stopped by the last one out")
                .isEmpty();
    }

    @Test
    void closing_twice_is_harmless() {
        var store = open();
        store.close();
        store.close();
        assertThatThrownBy(() -> store.app().getConnection()).hasMessageContaining("closed");
    }

    @Test
    void two_may_unpack_the_programs_at_the_same_time() throws Exception {
        var platform = PostgresBuild.platformOf(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> PostgresBuild.unpacked(platform, temporary.resolve("cache")));
            var second = threads.submit(() -> PostgresBuild.unpacked(platform, temporary.resolve("cache")));
            assertThat(first.get()).isEqualTo(second.get());
            assertThat(first.get().home().resolve("bin").resolve("postgres")).isExecutable();
        }
        try (var entries = Files.list(temporary.resolve("cache"))) {
            assertThat(entries).as("no drafts left behind").hasSize(1);
        }
    }

    @Test
    void programs_cut_short_by_a_power_failure_are_unpacked_again() throws IOException {
        var platform = PostgresBuild.platformOf(System.getProperty("os.name"), System.getProperty("os.arch"));
        var build = PostgresBuild.unpacked(platform, temporary.resolve("cache"));
        var program = build.home().resolve("bin").resolve("postgres");
        Files.write(program, new byte[0]);
        PostgresBuild.unpacked(platform, temporary.resolve("cache"));
        assertThat(program).isNotEmptyFile();
    }

    private Store open() {
        return Store.open(new Embedded(folder()));
    }

    private Path folder() {
        return temporary.resolve("data");
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Store store, String query) {
        return JdbcClient.create(store.app()).sql(query).query(String.class).single();
    }
}
