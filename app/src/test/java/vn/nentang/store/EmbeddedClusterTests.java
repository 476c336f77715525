package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.store.StoreSettings.Embedded;

/** How the embedded database is set up, seen on one that runs. */
final class EmbeddedClusterTests {

    @TempDir
    static Path temporary;

    private static Store store;

    @BeforeAll
    static void open() {
        store = Store.open(new Embedded(folder()));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void the_database_is_durable_checked_and_ready_to_be_replicated() {
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

    @Test
    void text_sorts_by_code_point_unless_vietnamese_order_is_asked_for() {
        var names =
                "SELECT string_agg(n, ' ' ORDER BY n %s) FROM unnest(ARRAY['Đào','Dung','Ân','Ba','An','Ánh','Em']) n";
        assertThat(text(store, names.formatted(""))).isEqualTo("An Ba Dung Em Ánh Ân Đào");
        assertThat(text(store, names.formatted("COLLATE \"vi-VN-x-icu\""))).isEqualTo("An Ánh Ân Ba Dung Đào Em");
    }

    @Test
    void passwords_are_for_their_owner_alone_and_differ() throws IOException {
        try (var files = Files.list(folder().resolve("secrets"))) {
            var secrets = files.toList();
            assertThat(secrets)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
            assertThat(secrets.stream().map(EmbeddedClusterTests::content).distinct())
                    .hasSize(3);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("postgresql"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void nobody_gets_in_without_a_password() {
        var url = text(store, "SELECT 'jdbc:postgresql://127.0.0.1:' || current_setting('port') || '/nentang'");
        for (var role : Role.values()) {
            assertThatThrownBy(() -> DriverManager.getConnection(url, role.user(), "guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    private static Path folder() {
        return temporary.resolve("data");
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Store store, String query) {
        return JdbcClient.create(store.app()).sql(query).query(String.class).single();
    }
}
