package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

final class RegisterKeysTests {

    private final Store store = TestStore.fresh();
    private final JdbcClient sql = JdbcClient.create(store.owner());

    @AfterEach
    void close() {
        store.close();
    }

    private void insert(String days) {
        sql.sql("""
                        INSERT INTO register.organization (organization_id, valid, name, type)
                        VALUES ('00000000-0000-0000-0000-000000000001', CAST(:days AS daterange), 'Chi bộ 1', 'cell')
                        """).param("days", days).update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[2025-06-30,2026-01-01)", "[2020-01-01,)", "(,2020-01-02)", "(,)", "empty"})
    void an_organisation_is_in_one_state_at_a_time_and_never_on_no_day(String days) {
        insert("[2020-01-01,2025-07-01)");

        assertThatThrownBy(() -> insert(days)).isInstanceOf(DataIntegrityViolationException.class);

        insert("[2025-07-01,)");
        assertThat(sql.sql("SELECT count(*) FROM register.organization")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** The planner would take it for a short way to the rows of a day, and read a whole nation for one cell. */
    @Test
    void no_index_leads_to_the_rows_of_a_day() {
        assertThat(sql.sql("""
                        SELECT indexrelid::regclass::text
                          FROM pg_index i
                          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.atttypid = 'daterange'::regtype
                          JOIN pg_class c ON c.oid = i.indexrelid
                          JOIN pg_am m ON m.oid = c.relam
                         WHERE a.attnum = ANY (i.indkey) AND m.amname = 'gist'
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void every_register_with_days_refuses_two_states_at_once() {
        assertThat(sql.sql("""
                        SELECT c.oid::regclass::text
                          FROM pg_class c
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.atttypid = 'daterange'::regtype
                         WHERE c.relnamespace = 'register'::regnamespace AND c.relkind = 'r'
                           AND NOT EXISTS (SELECT FROM pg_constraint x WHERE x.conrelid = c.oid AND x.contype = 'x')
                        """).query(String.class).list()).isEmpty();
    }
}
