package vn.nentang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.nentang.Application;
import vn.nentang.ledger.Ledger;
import vn.nentang.store.TestStore;

final class DemoDataTests {

    @Test
    void timing() {
        var size = new DemoData.Size(Integer.getInteger("size", 200), Long.getLong("seed", 1));
        try (var store = TestStore.fresh();
                var app = Application.startWithoutPages(store)) {
            var start = System.nanoTime();
            app.getBean(DemoData.class)
                    .load(
                            size,
                            (stage, done, of) -> System.err.printf(
                                    "%.1f %s %d/%d%n", (System.nanoTime() - start) / 1e9, stage, done, of));
            System.err.printf("%.1f%n", (System.nanoTime() - start) / 1e9);
            assertThat(app.getBean(Ledger.class).size()).isPositive();
        }
    }
}
