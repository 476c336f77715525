package vn.nentang.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import vn.nentang.demo.nation.NationData;
import vn.nentang.ledger.ToldByParcel;
import vn.nentang.simulation.World;
import vn.nentang.statistics.census.Attribute;
import vn.nentang.statistics.census.Census;
import vn.nentang.statistics.census.Dimension;
import vn.nentang.statistics.census.Figures.Count;
import vn.nentang.statistics.census.FilledCensus;
import vn.nentang.statistics.census.Question;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/**
 * The census of a nation beside the best SQL for the same question, over the same periods in the same run: a table in the order
 * of the tree, with a covering index, custom plans and two workers. Both must give the same figures.
 */
final class CensusRun {

    private static final int LEVEL_YEAR = 2025;
    private static final LocalDate EARLIER = LocalDate.of(2019, 12, 31);
    private static final Instant KNOWN = Instant.parse("2024-03-01T00:00:00Z");
    private static final double MILLION = 1e6;

    private static final String TABLE = """
            CREATE TABLE public.period (
                place integer NOT NULL, valid_from date NOT NULL, valid_until date NOT NULL,
                standing smallint NOT NULL, sex smallint NOT NULL, birth date NOT NULL, level smallint NOT NULL)
            """;
    private static final String INDEX =
            "CREATE INDEX ON public.period (place) INCLUDE (valid_from, valid_until, standing, sex)";
    private static final String COUNT = """
            SELECT %s, count(*)
              FROM public.period
             WHERE place BETWEEN ? AND ? AND valid_from <= ? AND valid_until > ?
             GROUP BY %s
            """;

    private final FilledCensus filled;
    private final Connection connection;
    private final List<String> lines = new ArrayList<>();

    private CensusRun(FilledCensus filled, Connection connection) {
        this.filled = filled;
        this.connection = connection;
    }

    /** @param args the page to write to, and how many members */
    public static void main(String[] args) throws IOException, SQLException {
        var members = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        var folder = Files.createTempDirectory("census");
        try (var store = Store.open(new StoreSettings.Embedded(folder))) {
            Migrations.run(store);
            try (var world = new World(store)) {
                var started = System.nanoTime();
                var filled = FilledCensus.of(
                        NationData.parcels(World.RULEBOOK, members, 1),
                        new ToldByParcel(World.CATALOGUES),
                        world.base.arrivals,
                        World.RULEBOOK,
                        count -> progress(count, members, started));
                System.err.printf("%nmade up and read in %,.0f s%n", (System.nanoTime() - started) / 1e9);
                try (var connection = store.owner().getConnection()) {
                    new CensusRun(filled, connection).run(Path.of(args[0]));
                }
            }
        } finally {
            BulkRun.delete(folder);
        }
    }

    private static void progress(long count, int members, long started) {
        System.err.printf("\r%,d persons of some %,d, %,.0f s ", count, members, (System.nanoTime() - started) / 1e9);
    }

    private void run(Path page) throws IOException, SQLException {
        fillTable();
        var size = filled.size();
        lines.add("%,d member-periods of %,d members in %,d organisations, %.1f bytes a period (%,.0f MB)."
                .formatted(
                        size.periods(),
                        filled.census()
                                .answer(question(filled.whole(), List.of()))
                                .members(),
                        size.organizations(),
                        (double) size.bytes() / size.periods(),
                        size.bytes() / MILLION));
        lines.add("");
        lines.add("| question | members | census, ms: median (least–95 %) | SQL, ms | ratio |");
        lines.add("| --- | ---: | ---: | ---: | ---: |");
        var perCell = (double) size.organizations();
        compare("cell", filled.nearest(1), 2_000, 200);
        compare("commune", filled.nearest((int) Math.min(perCell / 4, 90)), 1_000, 100);
        compare("province", filled.nearest((int) Math.min(perCell / 3, 9_000)), 200, 20);
        compare("nation", filled.whole(), 40, 5);
        alone("nation, ages", question(filled.whole(), List.of(Dimension.of(Attribute.AGE))));
        alone("nation, level of a year", question(filled.whole(), List.of(new Dimension(Attribute.LEVEL, LEVEL_YEAR))));
        alone(
                "nation, years in a row of the cell",
                question(filled.whole(), List.of(new Dimension(Attribute.CELL_STREAK, LEVEL_YEAR))));
        var top = filled.whole().organization();
        alone(
                "nation, %s, as known at %s".formatted(EARLIER, KNOWN),
                new Question(top, EARLIER, EARLIER, KNOWN, List.of(Dimension.of(Attribute.STANDING))));
        alone(
                "nation, %s on the tree of %s".formatted(EARLIER, FilledCensus.TODAY),
                new Question(top, EARLIER, FilledCensus.TODAY, null, List.of(Dimension.of(Attribute.STANDING))));
        limit(size);
        new Figures(page, "census").write(lines);
    }

    private static Question question(FilledCensus.Subtree subtree, List<Dimension> by) {
        return new Question(subtree.organization(), FilledCensus.TODAY, by);
    }

    private void fillTable() throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute(TABLE);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY public.period FROM STDIN");
            copyRows(copy);
            statement.execute(INDEX);
            statement.execute("VACUUM ANALYZE public.period");
            statement.execute("SET plan_cache_mode = force_custom_plan");
            statement.execute("SET max_parallel_workers_per_gather = 2");
            statement.execute("SET work_mem = '256MB'");
        }
    }

    private void copyRows(CopyIn copy) throws SQLException {
        var buffer = new ByteArrayOutputStream(1 << 20);
        for (var rows = filled.rows(LEVEL_YEAR).iterator(); rows.hasNext(); ) {
            var row = rows.next();
            var until = row.until() == Character.MAX_VALUE ? "infinity" : FilledCensus.date(row.until());
            var line = "%d\t%s\t%s\t%d\t%d\t%s\t%d%n"
                    .formatted(
                            row.place(),
                            FilledCensus.date(row.from()),
                            until,
                            row.standing(),
                            row.sex(),
                            FilledCensus.date(row.birth()),
                            row.level());
            buffer.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
            if (buffer.size() > (1 << 20) || !rows.hasNext()) {
                copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
                buffer.reset();
            }
        }
        copy.endCopy();
    }

    private void compare(String name, FilledCensus.Subtree subtree, int ours, int theirs) throws SQLException {
        compare(name, subtree, List.of(Attribute.STANDING), ours, theirs);
        compare(name, subtree, List.of(Attribute.STANDING, Attribute.SEX), ours, theirs);
    }

    private void compare(String name, FilledCensus.Subtree subtree, List<Attribute> by, int ours, int theirs)
            throws SQLException {
        var question = question(subtree, by.stream().map(Dimension::of).toList());
        var figures = filled.census().answer(question);
        requireSame(figures.counts(), bySql(subtree, by), by);
        var census = times(ours, () -> filled.census().answer(question));
        var sql = times(theirs, () -> bySql(subtree, by));
        lines.add("| %s, by %s | %,d | %s | %s | %,.0f |"
                .formatted(
                        name,
                        by.stream().map(Attribute::code).collect(Collectors.joining(" and ")),
                        figures.members(),
                        spread(census),
                        spread(sql),
                        median(sql) / median(census)));
        System.err.println(lines.getLast());
    }

    private void alone(String name, Question question) {
        var figures = filled.census().answer(question);
        var census = times(40, () -> filled.census().answer(question));
        lines.add("| %s | %,d | %s | | |".formatted(name, figures.members(), spread(census)));
        System.err.println(lines.getLast());
    }

    private Map<List<Integer>, Long> bySql(FilledCensus.Subtree subtree, List<Attribute> by) {
        var columns = by.stream().map(Attribute::code).collect(Collectors.joining(", "));
        try (var count = connection.prepareStatement(COUNT.formatted(columns, columns))) {
            count.setInt(1, subtree.first());
            count.setInt(2, subtree.last());
            count.setObject(3, FilledCensus.TODAY);
            count.setObject(4, FilledCensus.TODAY);
            var found = new TreeMap<List<Integer>, Long>(Comparator.comparing(List::toString));
            try (var rows = count.executeQuery()) {
                while (rows.next()) {
                    var values = new ArrayList<Integer>();
                    for (int i = 1; i <= by.size(); i++) {
                        values.add(rows.getInt(i));
                    }
                    found.put(values, rows.getLong(by.size() + 1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void requireSame(List<Count> counts, Map<List<Integer>, Long> sql, List<Attribute> by) {
        var ours = counts.stream().collect(Collectors.toMap(Count::values, Count::members));
        var theirs =
                sql.entrySet().stream().collect(Collectors.toMap(one -> words(one.getKey(), by), Map.Entry::getValue));
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("The census counts %s, SQL %s".formatted(ours, theirs));
        }
    }

    private List<String> words(List<Integer> numbers, List<Attribute> by) {
        var words = new ArrayList<String>();
        for (int i = 0; i < numbers.size(); i++) {
            words.add(filled.word(by.get(i), numbers.get(i)));
        }
        return words;
    }

    /** What the answers add up to, so that none of them can be left out. */
    private static volatile long answers;

    /** Milliseconds of each run, after as many to warm up. */
    private static double[] times(int runs, Supplier<Object> run) {
        for (int i = 0; i < runs; i++) {
            answers += run.get().hashCode();
        }
        var times = new double[runs];
        for (int i = 0; i < runs; i++) {
            var started = System.nanoTime();
            answers += run.get().hashCode();
            times[i] = (System.nanoTime() - started) / MILLION;
        }
        Arrays.sort(times);
        return times;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static String spread(double[] sorted) {
        return "%s (%s–%s)"
                .formatted(shortly(median(sorted)), shortly(sorted[0]), shortly(sorted[(int) (sorted.length * 0.95)]));
    }

    private static String shortly(double milliseconds) {
        return (milliseconds < 1 ? "%.3f" : milliseconds < 100 ? "%.1f" : "%,.0f").formatted(milliseconds);
    }

    /** Two dates and one attribute of every period must be read: how long memory alone takes for that many bytes. */
    private void limit(Census.Size size) {
        var bytes = size.periods() * 5.0;
        var whole = new long[1 << 26];
        var seconds = Arrays.stream(times(
                                10,
                                () -> LongStream.range(0, 4)
                                        .parallel()
                                        .map(part -> sum(whole, (int) part * (whole.length / 4), whole.length / 4))
                                        .sum()))
                        .min()
                        .orElseThrow()
                / 1e3;
        var rate = whole.length * 8.0 / seconds;
        var question = question(filled.whole(), List.of(Dimension.of(Attribute.STANDING)));
        var ours = median(times(40, () -> filled.census().answer(question)));
        lines.add("");
        lines.add(
                "The nation by standing must read %,.0f MB; memory gives %.1f GB a second here, %.1f ms for that many: the census takes %.1f times as long."
                        .formatted(bytes / MILLION, rate / 1e9, bytes / rate * 1e3, ours / (bytes / rate * 1e3)));
    }

    private static long sum(long[] all, int from, int count) {
        long sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += all[i];
        }
        return sum;
    }
}
