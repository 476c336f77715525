package vn.nentang.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.nentang.Application;
import vn.nentang.demo.nation.NationData;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/**
 * The program as a commune of 5,000 members starts it, by {@code ./nentang run}: how long until the first page, what program and
 * database hold of memory, and what they use of a processor while nobody asks. With the cache of loaded classes and without.
 */
final class CommuneRun {

    private static final int MEMBERS = 5_000;
    private static final int STARTS = 5;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final double KILOBYTES_OF_A_MEGABYTE = 1024;

    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();

    private CommuneRun(Path folder) {
        this.folder = folder;
    }

    /** @param args the page to write to */
    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("commune");
        try {
            fill(folder);
            new Figures(Path.of(args[0]), "commune").write(new CommuneRun(folder).lines());
        } finally {
            BulkRun.delete(folder);
        }
    }

    private static void fill(Path folder) throws IOException {
        try (var store = Store.open(new StoreSettings.Embedded(folder))) {
            Migrations.run(store);
            try (var app = Application.startWithoutPages(store, Rulebook.load())) {
                app.getBean(NationData.class).load(MEMBERS, 1, (_, _, _, _) -> {});
            }
        }
    }

    private List<String> lines() throws IOException, InterruptedException {
        var lines = new ArrayList<>(List.of(
                "%,d members; `./nentang run` until the first page is there, median of %d starts (least–greatest); memory after %s of rest."
                        .formatted(MEMBERS, STARTS, "%d s".formatted(IDLE.toSeconds())),
                "",
                "| | first page, s | program, MB | database, MB | together, MB | processor while idle, % |",
                "| --- | ---: | ---: | ---: | ---: | ---: |"));
        run("once, to make the cache", false);
        lines.add(run("with the cache of classes", false));
        lines.add(run("without it", true));
        return lines;
    }

    private String run(String name, boolean without) throws IOException, InterruptedException {
        var seconds = new ArrayList<Double>();
        Held held = null;
        for (int start = 0; start < STARTS; start++) {
            var port = freePort();
            var started = System.nanoTime();
            var program = started(port, without);
            try {
                awaitPage(port);
                seconds.add((System.nanoTime() - started) / 1e9);
                if (start == STARTS - 1) {
                    held = atRest(program);
                }
            } finally {
                program.destroy();
                program.waitFor();
            }
        }
        var sorted = seconds.stream().sorted().toList();
        if (held == null) {
            throw new IllegalStateException("Nothing was started");
        }
        return "| %s | %.1f (%.1f–%.1f) | %.0f | %.0f | %.0f | %.1f |"
                .formatted(
                        name,
                        Figures.median(seconds),
                        sorted.getFirst(),
                        sorted.getLast(),
                        held.program(),
                        held.database(),
                        held.program() + held.database(),
                        held.idle());
    }

    private Process started(int port, boolean without) throws IOException {
        var builder = new ProcessBuilder(
                        "./nentang", "run", "--data", folder.toString(), "--port", String.valueOf(port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        if (without) {
            builder.environment().put("NENTANG_CLASS_CACHE", "no");
        }
        return builder.start();
    }

    private void awaitPage(int port) throws InterruptedException {
        var page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/sign-in".formatted(port)))
                .build();
        while (true) {
            try {
                if (http.send(page, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (IOException _) {
                Thread.sleep(10);
            }
        }
    }

    /** Megabytes, pages shared among processes divided by their number; percent of one processor. */
    private record Held(double program, double database, double idle) {}

    private Held atRest(Process program) throws IOException, InterruptedException {
        Thread.sleep(5_000);
        var before = ticks(program);
        Thread.sleep(IDLE);
        var idle = (ticks(program) - before) / (double) IDLE.toSeconds();
        var held = database().mapToDouble(process -> megabytes(process.pid())).sum();
        return new Held(megabytes(program.pid()), held, idle);
    }

    /** PostgreSQL runs apart from the program, to outlive a crash of it. */
    private Stream<ProcessHandle> database() throws IOException {
        var file = folder.resolve("postgresql").resolve("postmaster.pid");
        var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid).stream().flatMap(main -> Stream.concat(Stream.of(main), main.descendants()));
    }

    /** Hundredths of seconds of processor. */
    private long ticks(Process program) throws IOException {
        return Stream.concat(Stream.of(program.toHandle()), database())
                .mapToLong(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 10)
                .sum();
    }

    private static double megabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES_OF_A_MEGABYTE)
                    .sum();
        } catch (IOException _) {
            return 0; // It has ended meanwhile.
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
