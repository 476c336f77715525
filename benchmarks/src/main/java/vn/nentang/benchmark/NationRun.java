package vn.nentang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.nentang.Application;
import vn.nentang.demo.nation.NationData;
import vn.nentang.ledger.LedgerVerification;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/** Nations of several sizes made up, loaded and verified, each in a folder of its own that is removed afterwards. */
final class NationRun {

    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final double MEGABYTE = 1 << 20;

    private NationRun() {}

    /** @param args the page to write to, then the sizes; without sizes the usual ones */
    public static void main(String[] args) throws IOException {
        var sizes = args.length == 1
                ? SIZES
                : Arrays.stream(args).skip(1).map(Integer::valueOf).toList();
        var lines = new ArrayList<>(List.of(
                "| members | communes | entries | seconds | entries a second | folder, MB | verified in, seconds |",
                "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"));
        for (var size : sizes) {
            lines.add(line(size));
            new Figures(Path.of(args[0]), "nation").write(lines);
        }
    }

    private static String line(int members) throws IOException {
        var folder = Files.createTempDirectory("nation");
        try (var store = Store.open(new StoreSettings.Embedded(folder))) {
            Migrations.run(store);
            try (var app = Application.startWithoutPages(store, Rulebook.load())) {
                var started = System.nanoTime();
                var loaded = app.getBean(NationData.class).load(members, 1, (_, _, _, _) -> {});
                var seconds = since(started);
                var verifying = System.nanoTime();
                if (!app.getBean(LedgerVerification.class).verify().isSound()) {
                    throw new IllegalStateException("The ledger does not hold.");
                }
                return "| %,d | %,d | %,d | %,.0f | %,.0f | %,.0f | %,.0f |"
                        .formatted(
                                members,
                                loaded.communes(),
                                loaded.entries(),
                                seconds,
                                loaded.entries() / seconds,
                                bytes(folder) / MEGABYTE,
                                since(verifying));
            }
        } finally {
            BulkRun.delete(folder);
        }
    }

    private static double since(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private static long bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }
}
