package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.store.StoreSettings.Embedded;

final class StoreTests {

    @TempDir
    Path folder;

    @Test
    void data_is_kept_between_two_starts() {
        try (var store = Store.open(new Embedded(folder.resolve("data")))) {
            Migrations.run(store);
            JdbcClient.create(store.owner())
                    .sql("CREATE TABLE register.kept AS SELECT 42 AS n")
                    .update();
        }
        try (var store = Store.open(new Embedded(folder.resolve("data")))) {
            assertThat(Migrations.run(store)).isZero();
            assertThat(JdbcClient.create(store.app())
                            .sql("SELECT n FROM register.kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void fresh_databases_are_quick() {
        TestStore.fresh().close();
        var start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            try (var store = TestStore.fresh()) {
                assertThat(JdbcClient.create(store.app())
                                .sql("SELECT register.folded('Nguyễn  Thị ĐÀO')")
                                .query(String.class)
                                .single())
                        .isEqualTo("nguyen thi dao");
            }
        }
        System.out.println("fresh: " + (System.nanoTime() - start) / 10_000_000 + " ms");
    }
}
