package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nentang.kernel.VietnameseText;

/** What the application's role may and may not do in a migrated database. */
final class RoleTests {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static Store store;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
        run(true, "CREATE TABLE ledger.sample (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text)");
        run(true, "CREATE TABLE register.sample (id bigserial PRIMARY KEY, name text)");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE ledger.t (n int)",
                "CREATE TABLE register.t (n int)",
                "CREATE TABLE public.t (n int)",
                "CREATE TABLE migration.t (n int)",
                "CREATE TEMPORARY TABLE t (n int)",
                "CREATE SCHEMA s",
                "CREATE ROLE r",
                "CREATE EXTENSION hstore",
                "ALTER TABLE ledger.sample ADD COLUMN more text",
                "ALTER TABLE register.sample DISABLE TRIGGER ALL",
                "ALTER ROLE nentang_app BYPASSRLS",
                "DROP TABLE ledger.sample",
                "DROP TABLE register.sample",
                "DROP SCHEMA ledger CASCADE",
                "UPDATE ledger.sample SET name = 'b'",
                "DELETE FROM ledger.sample",
                "TRUNCATE ledger.sample",
                "SELECT 1 FROM ledger.sample FOR UPDATE",
                "SELECT * FROM migration.flyway_schema_history",
                "SET ROLE nentang_owner",
                "COPY ledger.sample TO PROGRAM 'cat'",
            })
    void the_application_may_not(String statement) {
        assertThatThrownBy(() -> run(false, statement))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO ledger.sample (name) VALUES ('a')",
                "SELECT * FROM ledger.sample",
                "INSERT INTO register.sample (name) VALUES ('a')",
                "UPDATE register.sample SET name = 'b'",
                "DELETE FROM register.sample",
                "TRUNCATE register.sample",
                "SELECT register.folded('Đ'), unaccent('Đ'), similarity('a', 'b')",
            })
    void the_application_may(String statement) {
        assertThatCode(() -> run(false, statement)).doesNotThrowAnyException();
    }

    @Test
    void the_application_owns_nothing() throws SQLException {
        var owned = """
                SELECT count(*)
                  FROM pg_shdepend
                 WHERE refobjid = 'nentang_app'::regrole AND deptype = 'o'
                """;
        assertThat(text(owned)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Thị Đào",
                "  NGUYỄN \t THỊ\u00a0ĐÀO ",
                "Nguye\u0302\u0303n Thi\u0323 \u0110a\u0300o",
                "Hòa Hoà HÒA",
                "Ủy ban Uỷ ban",
                "Ươm Ưu Ẵ Ặ ỷ ỵ Ỳ",
                "K'Brơi H’Hen Niê",
                "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ",
                "",
            })
    void folded_text_is_the_same_in_sql_and_in_java(String text) throws SQLException {
        try (var connection = store.app().getConnection();
                var statement = connection.prepareStatement("SELECT register.folded(?)")) {
            statement.setString(1, text);
            try (var found = statement.executeQuery()) {
                found.next();
                assertThat(found.getString(1)).isEqualTo(VietnameseText.folded(text));
            }
        }
    }

    @Test
    void folded_text_can_be_generated_and_searched_by_part() throws SQLException {
        run(true, """
                CREATE TABLE register.folding (
                    name   text NOT NULL,
                    folded text GENERATED ALWAYS AS (register.folded(name)) STORED);
                INSERT INTO register.folding SELECT 'Người thứ ' || n FROM generate_series(1, 20000) n;
                INSERT INTO register.folding VALUES ('Đỗ Thị Huệ');
                CREATE INDEX ON register.folding USING gin (folded gin_trgm_ops);
                ANALYZE register.folding;
                """);
        var byPart = "FROM register.folding WHERE folded LIKE '%' || register.folded('THỊ HUẾ') || '%'";
        assertThat(text("SELECT name " + byPart)).isEqualTo("Đỗ Thị Huệ");
        assertThat(text("EXPLAIN (FORMAT JSON) SELECT name " + byPart)).contains("folding_folded_idx");
    }

    private static void run(boolean asOwner, String sql) throws SQLException {
        var source = asOwner ? store.owner() : store.app();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            if (!asOwner) {
                connection.rollback();
            }
        }
    }

    private static String text(String query) throws SQLException {
        try (var connection = store.app().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }
}
