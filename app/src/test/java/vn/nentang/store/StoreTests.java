package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nentang.store.StoreSettings.Embedded;

final class StoreTests {

    private static final String PROCESS = "SELECT pg_backend_pid() || ' ' || pg_current_xact_id()";

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
    void local_conf_can_tune_but_not_switch_durability_off() throws IOException {
        open().close();
        Files.writeString(folder().resolve("postgresql").resolve("local.conf"), "fsync = off\nwork_mem = '5MB'\n");
        try (var store = open()) {
            assertThat(text(store, "SHOW fsync")).isEqualTo("on");
            assertThat(text(store, "SHOW work_mem")).isEqualTo("5MB");
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
                assertThat(server.exitCode(Duration.ofSeconds(60))).isEqualTo(143);
                assertThat(Rows.all(store)).as("still served").containsAll(acknowledged);
            }
        }
        assertThat(Postmaster.of(folder().resolve("postgresql")))
                .as("stopped by the last one out")
                .isEmpty();
    }

    @Test
    void whoever_asks_the_store_again_within_a_transaction_takes_part_in_it() {
        try (var store = open()) {
            var transactions = new TransactionTemplate(new JdbcTransactionManager(store.app()));
            var processes = transactions.execute(_ -> List.of(text(store, PROCESS), text(store, PROCESS)));
            assertThat(processes).hasSize(2);
            assertThat(Set.copyOf(processes)).as("connections used").hasSize(1);
            assertThat(transactions.<String>execute(_ -> {
                        text(store, "SELECT set_config('app.reach', 'begun here', true)");
                        return text(store, "SELECT current_setting('app.reach')");
                    }))
                    .isEqualTo("begun here");
        }
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

    private static String text(Store store, String query) {
        return JdbcClient.create(store.app()).sql(query).query(String.class).single();
    }
}
