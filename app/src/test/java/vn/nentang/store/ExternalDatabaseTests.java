package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nentang.store.StoreSettings.External;
import vn.nentang.store.StoreSettings.Login;

/** A PostgreSQL of somebody else's: an embedded one, prepared by hand as docs/how-to/external-postgresql.md says. */
final class ExternalDatabaseTests {

    private static final Path HOW_TO = Path.of("..", "docs", "how-to", "external-postgresql.md");

    @TempDir
    static Path temporary;

    private static EmbeddedCluster somebodyElse;
    private static String server;

    @BeforeAll
    static void prepare() throws IOException, SQLException {
        somebodyElse = EmbeddedCluster.enter(temporary.resolve("data"), false);
        try (var admin = somebodyElse.connect(Role.ADMIN, "postgres")) {
            for (var statement : preparation()) {
                Foundation.run(admin, statement);
            }
            Foundation.run(
                    admin,
                    "CREATE DATABASE thu_tu_viet OWNER chu ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'vi-VN'"
                            + " LOCALE 'C' TEMPLATE template0");
            Foundation.run(admin, "CREATE DATABASE latin OWNER chu ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
            Foundation.run(admin, "CREATE ROLE toan_quyen LOGIN SUPERUSER PASSWORD 'x'");
            server = admin.getMetaData().getURL().replaceAll("/postgres(\\?.*)?$", "/");
        }
    }

    /** The how-to's own statements, under names that this server does not have yet. */
    private static List<String> preparation() throws IOException {
        var sql = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(HOW_TO));
        assertThat(sql.find()).isTrue();
        var renamed = sql.group(1)
                .replace("nentang_owner", "chu")
                .replace("nentang_app", "dung")
                // This server has the reader already.
                .replace("CREATE ROLE nentang_reader NOLOGIN;", "")
                .replace("choose-one", "o")
                .replace("choose-another", "a")
                .replace("DATABASE nentang", "DATABASE ben_ngoai");
        return Pattern.compile(";")
                .splitAsStream(renamed)
                .filter(s -> !s.isBlank())
                .toList();
    }

    @AfterAll
    static void leave() {
        somebodyElse.leave(false);
    }

    @Test
    void migrations_run_and_the_application_gets_its_rights_under_names_of_their_own() throws SQLException {
        try (var store = Store.open(settings("ben_ngoai", "dung", "a"))) {
            assertThat(store.startedHere()).isFalse();
            assertThat(Migrations.run(store)).isPositive();
            Rows.prepare(store);
            Rows.append(store, 7);
            assertThat(Rows.all(store)).containsExactly(7L);
        }
        try (var store = Store.open(settings("ben_ngoai", "dung", "a"))) {
            assertThat(Migrations.run(store)).isZero();
        }
    }

    @Test
    void what_is_not_prepared_is_told() {
        assertNotPrepared(settings("latin", "chu", "o"), "LATIN1");
        assertNotPrepared(settings("thu_tu_viet", "chu", "o"), "collation");
        assertNotPrepared(settings("ben_ngoai", "chu", "o"), "chu: owner");
        assertNotPrepared(settings("ben_ngoai", "toan_quyen", "x"), "toan_quyen");
        assertNotPrepared(settings("ben_ngoai", "dung", "wrong"), "password authentication failed");
        assertNotPrepared(settings("khong_co", "dung", "a"), "khong_co");
    }

    @Test
    void a_server_that_does_not_answer_is_told() {
        var nobody = new External("jdbc:postgresql://127.0.0.1:1/x", new Login("chu", "o"), new Login("dung", "a"));
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> Store.open(nobody))
                .satisfies(e -> assertThat(e.code()).isEqualTo("store-connection-lost"));
    }

    private static void assertNotPrepared(External settings, String detail) {
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> Store.open(settings))
                .satisfies(e -> assertThat(e.code()).isEqualTo("store-not-prepared"))
                .satisfies(e -> assertThat(e.english()).contains(detail, "docs/how-to/external-postgresql.md"));
    }

    private static External settings(String database, String app, String password) {
        return new External(server + database, new Login("chu", "o"), new Login(app, password));
    }
}
