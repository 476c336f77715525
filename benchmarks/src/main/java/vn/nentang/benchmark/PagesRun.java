package vn.nentang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.nentang.benchmark.PageReader.Kind;
import vn.nentang.benchmark.PagesOffice.Level;
import vn.nentang.kernel.OrganizationId;

/**
 * What pages cost at several sizes of the nation, side by side: each kind of page alone, for readers of each reach; then the mix
 * with fifty readers at once. Asked over HTTP on loopback from the same process, under row-level security, with what a browser
 * would have to wait for. Beside it the roster as a page with one question for each member would ask for it.
 */
final class PagesRun {

    private static final List<Integer> SIZES = List.of(10_000, 100_000);
    private static final int WARM_UP = 40;
    private static final int RUNS = 120;
    private static final int RUNS_LEAST = 10;
    private static final double LONGEST = 8_000;
    private static final long MIX_SECONDS = 20;
    private static final int ASKED_A_SECOND = 500;
    private static final double MILLION = 1e6;

    private final PagesOffice office;
    private final Map<Level, List<PageReader>> readers = new EnumMap<>(Level.class);
    private final Map<String, String> figures = new LinkedHashMap<>();

    /** Of 95 of a hundred, for the readers it is slowest for. */
    private final Map<Kind, Double> slowest = new EnumMap<>(Kind.class);

    private PagesRun(PagesOffice office) {
        this.office = office;
    }

    /** @param args the page to write to, then {@code --data DIR…} for nations that are there already, or the sizes */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        var bySize = new LinkedHashMap<Long, PagesRun>();
        if (args.length > 2 && args[1].equals("--data")) {
            for (var folder : Arrays.asList(args).subList(2, args.length)) {
                measure(Path.of(folder), 0, bySize);
            }
        } else {
            for (var size : args.length == 1 ? SIZES : sizes(args)) {
                var folder = Files.createTempDirectory("pages");
                try {
                    measure(folder, size, bySize);
                } finally {
                    BulkRun.delete(folder);
                }
            }
        }
        var page = Path.of(args[0]);
        new Figures(page, "pages").write(table(bySize));
        plot(bySize).write(page.resolveSibling("../images/pages.svg").normalize());
    }

    private static List<Integer> sizes(String[] args) {
        return Arrays.stream(args).skip(1).map(Integer::valueOf).toList();
    }

    private static PagesPlot plot(Map<Long, PagesRun> bySize) {
        var plot = new PagesPlot();
        bySize.forEach((members, run) -> run.slowest.forEach((kind, time) -> plot.add(kind, members, time)));
        return plot;
    }

    private static void measure(Path folder, int members, Map<Long, PagesRun> bySize)
            throws IOException, InterruptedException, ExecutionException {
        try (var office = PagesOffice.open(folder, members)) {
            var run = new PagesRun(office);
            run.measure();
            bySize.put(office.members(), run);
        }
    }

    private static List<String> table(Map<Long, PagesRun> bySize) {
        var lines = new ArrayList<>(List.of(
                "Milliseconds, median / 95 %% / 99 %% of %d after %d to warm up and %d s of the mix before all; of fewer where a page takes long."
                        .formatted(RUNS, WARM_UP, MIX_SECONDS),
                "",
                "| page | " + join(bySize.keySet().stream().map("%,d members"::formatted)) + " |",
                "| --- |" + " ---: |".repeat(bySize.size())));
        bySize.values()
                .iterator()
                .next()
                .figures
                .keySet()
                .forEach(row -> lines.add("| %s | %s |"
                        .formatted(row, join(bySize.values().stream().map(run -> run.figures.getOrDefault(row, ""))))));
        return lines;
    }

    private static String join(Stream<String> cells) {
        return String.join(" | ", cells.toList());
    }

    private void measure() throws InterruptedException, ExecutionException {
        for (var level : Level.values()) {
            readers.put(level, office.readers(level));
        }
        // A server that has served for a while: until then its code is still being compiled.
        mixed(0);
        for (var kind : Kind.values()) {
            for (var level : Level.values()) {
                slowest.merge(kind, at95(alone(name(kind, level), level, reader -> reader.open(kind))), Math::max);
            }
        }
        for (var level : Level.values()) {
            alone("first page, reach of a " + level.title(), level, reader -> reader.open("/"));
            alone("the tree from its top, reach of a " + level.title(), level, reader -> reader.open("/organizations"));
        }
        rival();
        mix("the mix, 50 readers as fast as it goes", 0);
        mix("the mix, 50 readers, %d pages a second asked for".formatted(ASKED_A_SECOND), ASKED_A_SECOND);
    }

    private static String name(Kind kind, Level level) {
        return "%s, reach of a %s (aim %d)".formatted(kind.title(), level.title(), kind.aim());
    }

    private List<Double> alone(String name, Level level, ToIntFunction<PageReader> open) {
        var all = readers.getOrDefault(level, List.of());
        return times(name, i -> open.applyAsInt(all.get(i % all.size())));
    }

    /** What all pages were long, so that none of them can be left out. */
    private long length;

    /** What takes long is asked less often. */
    private List<Double> times(String name, IntUnaryOperator page) {
        var begun = System.nanoTime();
        for (int i = 0; i < WARM_UP && since(begun) < LONGEST; i++) {
            length += page.applyAsInt(i);
        }
        begun = System.nanoTime();
        var times = new ArrayList<Double>();
        while (times.size() < RUNS && (times.size() < RUNS_LEAST || since(begun) < LONGEST)) {
            var started = System.nanoTime();
            length += page.applyAsInt(times.size());
            times.add(since(started));
        }
        tell(name, shown(times));
        return times;
    }

    private void tell(String name, String figure) {
        figures.put(name, figure);
        System.err.printf("%-80s %s%n", name, figure);
    }

    private static double since(long started) {
        return (System.nanoTime() - started) / MILLION;
    }

    private static String shown(List<Double> times) {
        var sorted = times.stream().sorted().toList();
        return "%s / %s / %s".formatted(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
    }

    private static String at(List<Double> sorted, double part) {
        return sorted.isEmpty() ? "" : shortly(place(sorted, part));
    }

    private static double place(List<Double> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1L, sorted.size() * part));
    }

    private static double at95(List<Double> times) {
        return place(times.stream().sorted().toList(), 0.95);
    }

    private static String shortly(double milliseconds) {
        return (milliseconds < 10 ? "%.1f" : "%,.0f").formatted(milliseconds);
    }

    /** The data of the same roster alone, without a page: one question for the list, three for each of its members. */
    private void rival() {
        var sql = office.part(JdbcClient.class);
        var transactions = office.part(TransactionOperations.class);
        var all = readers.getOrDefault(Level.CELL, List.of());
        times("rival: the rows of a cell's roster, asked for one by one, without a page or limits", i -> {
            var cell = all.get(i % all.size()).member().cell();
            return Objects.requireNonNull(transactions.execute(_ -> oneByOne(sql, cell)));
        });
    }

    private static int oneByOne(JdbcClient sql, OrganizationId cell) {
        var persons = sql.sql(
                        "SELECT person_id FROM register.membership WHERE cell_id = :cell AND valid @> current_date")
                .param("cell", cell.value())
                .query(UUID.class)
                .list();
        var rows = 0;
        for (var person : persons) {
            for (var table : List.of("person", "membership", "member_review")) {
                rows += sql.sql("SELECT * FROM register.%s WHERE person_id = :person".formatted(table))
                        .param("person", person)
                        .query()
                        .listOfRows()
                        .size();
            }
        }
        return rows;
    }

    private void mix(String name, int aSecond) throws InterruptedException, ExecutionException {
        var times = mixed(aSecond);
        tell(name, "%,.0f a second; %s".formatted((double) times.size() / MIX_SECONDS, shown(times)));
    }

    /** Every reader a thread, each waiting for its page before it asks for the next. */
    private List<Double> mixed(int aSecond) throws InterruptedException, ExecutionException {
        var all = readers.values().stream().flatMap(List::stream).toList();
        var until = System.nanoTime() + MIX_SECONDS * 1_000_000_000L;
        var pause = aSecond == 0 ? 0 : all.size() * 1_000_000_000L / aSecond;
        var times = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            var walks = all.stream()
                    .<Callable<List<Double>>>map(reader -> () -> walk(reader, until, pause))
                    .toList();
            for (var walk : threads.invokeAll(walks)) {
                times.addAll(walk.get());
            }
        }
        return times;
    }

    /** A page that was due while the one before was waited for is asked for at once and counts from when it was due. */
    private static List<Double> walk(PageReader reader, long until, long pause) throws InterruptedException {
        var times = new ArrayList<Double>();
        var due = System.nanoTime() + (pause == 0 ? 0 : reader.lot().nextLong(pause));
        while (System.nanoTime() < until) {
            if (pause == 0) {
                due = System.nanoTime();
            } else if (due > System.nanoTime()) {
                Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
            }
            reader.open(Kind.drawn(reader.lot()));
            times.add(since(due));
            due += pause;
        }
        return times;
    }
}
