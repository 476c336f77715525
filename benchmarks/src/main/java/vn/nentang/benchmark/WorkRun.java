package vn.nentang.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import vn.nentang.Application;
import vn.nentang.demo.nation.NationData;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.Arrivals;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.LedgerArchive;
import vn.nentang.ledger.LedgerVerification;
import vn.nentang.ledger.NewEntry;
import vn.nentang.ledger.Rebuild;
import vn.nentang.membership.intake.RosterFiles;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.statistics.census.Census;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/** What takes minutes, each once on one made-up nation: verify, rebuild, back up, restore, export and import of rosters. */
final class WorkRun {

    private static final int MEMBERS = 100_000;
    private static final int ROSTER_ROWS = 60_000;
    private static final int EXPORT_MEGABYTES = 256;
    private static final int IMPORT_MEGABYTES = 512;
    private static final Duration READ_MAX = Duration.ofHours(2);
    private static final double MEGABYTE = 1 << 20;
    private static final String ROSTER_DAY = "2026-06-30";

    private final Path folder;
    private final Figures figures;
    private final List<String> lines;

    /** @param figures written after each work, since one may take half an hour */
    private WorkRun(Path folder, Figures figures, List<String> lines) {
        this.folder = folder;
        this.figures = figures;
        this.lines = lines;
    }

    /** @param args the page to write to, then how many members, 100,000 without; or {@code --data DIR…} for nations that are there */
    public static void main(String[] args) throws Exception {
        if (args.length > 2 && args[1].equals("--data")) {
            atSize(Path.of(args[0]), Arrays.asList(args).subList(2, args.length));
            return;
        }
        var members = args.length < 2 ? MEMBERS : Integer.parseInt(args[1]);
        var folder = Files.createTempDirectory("work");
        try {
            new WorkRun(folder, new Figures(Path.of(args[0]), "work"), new ArrayList<>()).all(members);
        } finally {
            BulkRun.delete(folder);
        }
    }

    /** What reads or makes anew all of a large nation; a second copy of it would need as much disk again. */
    private static void atSize(Path page, List<String> folders) throws Exception {
        var lines = new ArrayList<String>();
        for (var folder : folders) {
            var there = Path.of(folder).toAbsolutePath();
            var files = Files.createTempDirectory("work");
            try {
                var run = new WorkRun(files, new Figures(page, "work-at-size"), lines);
                run.in(there, run::onWhatIsThere);
                run.exported("csv", there);
                run.exported("xlsx", there);
                lines.add("");
            } finally {
                BulkRun.delete(files);
            }
        }
    }

    private void onWhatIsThere(ConfigurableApplicationContext app) throws Exception {
        var entries = app.getBean(Ledger.class).size();
        lines.addAll(List.of(
                "A nation of %,d entries, made by `./nentang generate`.".formatted(entries),
                "",
                "| work | rows | seconds | rows a second | greatest heap, MB |",
                "| --- | ---: | ---: | ---: | ---: |"));
        measured("`ledger rebuild`, without the check before it, entries", () -> {
            app.getBean(Rebuild.class).run((_, _, _) -> {});
            return entries;
        });
        measured("`ledger verify`, entries", () -> sound(app));
        measured("the first reading of the census, no file kept of an earlier one, entries", () -> {
            new Census(app.getBean(Arrivals.class), app.getBean(Rulebook.class)).readWithin(READ_MAX);
            return entries;
        });
    }

    private void all(int members) throws Exception {
        in("nation", app -> onTheNation(app, members));
        var backup = folder.resolve("backup.ndjson.gz");
        in(
                "restored",
                app -> measured(
                        "`ledger import` into an empty folder: a restore, each seal checked on the way, entries",
                        () -> app.getBean(LedgerArchive.class).importFrom(backup, (_, _, _) -> {})));
        exported("xlsx", folder.resolve("nation"));
        exported("csv", folder.resolve("nation"));
        takeRoster();
    }

    private void onTheNation(ConfigurableApplicationContext app, int members) throws Exception {
        var loaded = app.getBean(NationData.class).load(members, 1, (_, _, _, _) -> {});
        lines.addAll(List.of(
                "A nation of %,d members, %,d entries in %,d installations; each work once, in this order."
                        .formatted(members, loaded.entries(), loaded.installations()),
                "",
                "| work | rows | seconds | rows a second | greatest heap, MB |",
                "| --- | ---: | ---: | ---: | ---: |"));
        measured("`ledger verify`, entries", () -> sound(app));
        measured("`ledger rebuild`, without the check before it, entries", () -> {
            app.getBean(Rebuild.class).run((_, _, _) -> {});
            return loaded.entries();
        });
        measured("`ledger export`: a backup, compressed, entries", () -> {
            app.getBean(LedgerArchive.class).exportTo(folder.resolve("backup.ndjson.gz"));
            return loaded.entries();
        });
    }

    private static long sound(ConfigurableApplicationContext app) {
        var report = app.getBean(LedgerVerification.class).verify();
        if (!report.isSound()) {
            throw new IllegalStateException("The ledger does not hold.");
        }
        return report.entries();
    }

    private void exported(String format, Path data) throws Exception {
        var file = folder.resolve("roster." + format);
        var started = System.nanoTime();
        var said = program(EXPORT_MEGABYTES, data, "roster", "--on", ROSTER_DAY, "--out", file.toString());
        var what = "`roster --out` of the whole as %s, %,.0f MB, with the start of the program, members"
                .formatted(format, Files.size(file) / MEGABYTE);
        line(what, number("members", said), seconds(started), "at most " + EXPORT_MEGABYTES);
    }

    private static long number(String name, String said) {
        return Long.parseLong(said.replaceAll("(?s).*\"" + name + "\"\\s*:\\s*(\\d+).*", "$1"));
    }

    /** As a user starts it, in a machine of its own; what it says for machines. */
    private String program(int megabytes, Path data, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.nentang.shell.command.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--json", "--data", data.toString()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("%s: %s".formatted(String.join(" ", arguments), said));
        }
        return said;
    }

    private void takeRoster() throws Exception {
        var context = RosterFiles.context();
        var file = folder.resolve("roster-in.xlsx");
        RosterFiles.write(file, ROSTER_ROWS, 1);
        in(
                "roster",
                app -> app.getBean(Ledger.class)
                        .carryOut(command("found"), () -> new Decision.Recorded<>(founded(context.cells()))));
        var started = System.nanoTime();
        program(
                IMPORT_MEGABYTES,
                folder.resolve("roster"),
                "import",
                "roster",
                file.toString(),
                "--good-rows",
                "--on",
                context.asOf().toString());
        line(
                "`import roster` of 60,000 rows, their good ones recorded, with the start of the program",
                ROSTER_ROWS,
                seconds(started),
                "at most " + IMPORT_MEGABYTES);
    }

    private static Command command(String request) {
        return new Command(UUID.randomUUID(), "benchmark", request);
    }

    private static List<NewEntry> founded(List<String> cells) {
        var body = new OrganizationId(new UUID(7, 0));
        var day = LocalDate.of(2000, 1, 1);
        var entries = new ArrayList<NewEntry>();
        entries.add(NewEntry.of(
                new OrganizationEvent.Founded(body, "grassroots-body", "Đảng bộ", null, null), day, Paper.UNKNOWN));
        for (int i = 0; i < cells.size(); i++) {
            var cell = new OrganizationId(new UUID(8, i));
            entries.add(NewEntry.of(
                    new OrganizationEvent.Founded(cell, "cell", cells.get(i), null, body), day, Paper.UNKNOWN));
        }
        return entries;
    }

    private interface OnApplication {
        void work(ConfigurableApplicationContext app) throws Exception;
    }

    private void in(String name, OnApplication work) throws Exception {
        in(folder.resolve(name), work);
    }

    private void in(Path data, OnApplication work) throws Exception {
        try (var store = Store.open(new StoreSettings.Embedded(data))) {
            Migrations.run(store);
            try (var app = Application.startWithoutPages(store, Rulebook.load())) {
                work.work(app);
            }
        }
    }

    private interface Counted {
        long run() throws IOException;
    }

    private void measured(String what, Counted work) throws IOException {
        System.gc();
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        var started = System.nanoTime();
        var rows = work.run();
        var seconds = seconds(started);
        var heap = pools.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / MEGABYTE;
        line(what, rows, seconds, "%,.0f".formatted(heap));
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private void line(String what, long rows, double seconds, String heap) throws IOException {
        var line = String.format(
                Locale.ROOT, "| %s | %,d | %,.1f | %,.0f | %s |", what, rows, seconds, rows / seconds, heap);
        lines.add(line);
        figures.write(lines);
    }
}
