package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

final class MigrationsTests {

    @Test
    void a_database_of_an_earlier_program_gets_the_files_it_lacks_whichever_module_they_are_of() {
        try (var store = TestStore.fresh()) {
            var sql = JdbcClient.create(store.owner());
            sql.sql("CREATE SCHEMA staging").update();
            sql.sql("DELETE FROM migration.flyway_schema_history WHERE version = '032'")
                    .update();

            assertThat(Migrations.run(store)).isEqualTo(1);

            assertThat(sql.sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'staging'")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void a_database_of_a_newer_program_is_refused_and_left_as_it_is() {
        try (var store = TestStore.fresh()) {
            JdbcClient.create(store.owner()).sql("""
                            INSERT INTO migration.flyway_schema_history
                            SELECT installed_rank + 1000, '999', 'of tomorrow', type, 'V999__of_tomorrow.sql', checksum,
                                   installed_by, installed_on, execution_time, success
                              FROM migration.flyway_schema_history WHERE version = '050'
                            """).update();

            assertThatThrownBy(() -> Migrations.run(store))
                    .isInstanceOfSatisfying(
                            StoreUnavailable.class, e -> assertThat(e.code()).isEqualTo("store-other-shape"));
        }
    }
}
