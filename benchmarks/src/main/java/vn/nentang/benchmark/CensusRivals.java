package vn.nentang.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.postgresql.PGConnection;
import vn.nentang.statistics.census.Attribute;
import vn.nentang.statistics.census.FilledCensus;

/**
 * The periods of a census in databases that answer the same questions: PostgreSQL with a table in the order of the tree, a
 * covering index, custom plans and two workers; DuckDB with a file of columns in the same order and two threads.
 */
final class CensusRivals implements AutoCloseable {

    private static final String TABLE = """
            CREATE TABLE public.period (
                place integer NOT NULL, valid_from date NOT NULL, valid_until date NOT NULL,
                standing smallint NOT NULL, sex smallint NOT NULL, birth date NOT NULL, level smallint NOT NULL)
            """;
    private static final String INDEX =
            "CREATE INDEX ON public.period (place) INCLUDE (valid_from, valid_until, standing, sex)";
    private static final String COLUMNS = """
            CREATE TABLE period (
                place INTEGER NOT NULL, valid_from INTEGER NOT NULL, valid_until INTEGER NOT NULL,
                standing INTEGER NOT NULL, sex INTEGER NOT NULL)
            """;
    private static final String COUNT = """
            SELECT %s, count(*)
              FROM %s
             WHERE place BETWEEN ? AND ? AND valid_from <= ? AND valid_until > ?
             GROUP BY %s
            """;

    private final FilledCensus filled;
    private final Connection postgres;
    private final Connection duck;

    /** @param folder where DuckDB keeps its file; the caller removes it */
    CensusRivals(FilledCensus filled, Connection postgres, Path folder, int levelYear) throws SQLException {
        this.filled = filled;
        this.postgres = postgres;
        this.duck = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("periods.duckdb"));
        fillPostgres(levelYear);
        fillDuck(levelYear);
    }

    /** Closes what was opened here. */
    @Override
    public void close() throws SQLException {
        duck.close();
    }

    private void fillPostgres(int levelYear) throws SQLException {
        postgres.setAutoCommit(true);
        try (var statement = postgres.createStatement()) {
            statement.execute(TABLE);
            copyRows(levelYear);
            statement.execute(INDEX);
            statement.execute("VACUUM ANALYZE public.period");
            statement.execute("SET plan_cache_mode = force_custom_plan");
            statement.execute("SET max_parallel_workers_per_gather = 2");
            statement.execute("SET work_mem = '256MB'");
        }
    }

    private void copyRows(int levelYear) throws SQLException {
        var copy = postgres.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY public.period FROM STDIN");
        var buffer = new ByteArrayOutputStream(1 << 20);
        for (var rows = filled.rows(levelYear).iterator(); rows.hasNext(); ) {
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

    private void fillDuck(int levelYear) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute(COLUMNS);
        }
        try (var into = duck.unwrap(DuckDBConnection.class).createAppender("period")) {
            for (var rows = filled.rows(levelYear).iterator(); rows.hasNext(); ) {
                var row = rows.next();
                into.beginRow();
                into.append(row.place());
                into.append((int) row.from());
                into.append((int) row.until());
                into.append(row.standing());
                into.append(row.sex());
                into.endRow();
            }
        }
        try (var statement = duck.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    Map<List<String>, Long> byPostgres(FilledCensus.Subtree subtree, List<Attribute> by) {
        return counted(postgres, "public.period", subtree, by, FilledCensus.TODAY);
    }

    Map<List<String>, Long> byDuck(FilledCensus.Subtree subtree, List<Attribute> by) {
        return counted(duck, "period", subtree, by, FilledCensus.day(FilledCensus.TODAY));
    }

    private Map<List<String>, Long> counted(
            Connection database, String table, FilledCensus.Subtree subtree, List<Attribute> by, Object day) {
        var columns = by.stream().map(Attribute::code).collect(Collectors.joining(", "));
        try (var count = database.prepareStatement(COUNT.formatted(columns, table, columns))) {
            count.setInt(1, subtree.first());
            count.setInt(2, subtree.last());
            count.setObject(3, day);
            count.setObject(4, day);
            var found = new TreeMap<List<String>, Long>(Comparator.comparing(List::toString));
            try (var rows = count.executeQuery()) {
                while (rows.next()) {
                    var values = new ArrayList<String>();
                    for (int i = 0; i < by.size(); i++) {
                        values.add(filled.word(by.get(i), rows.getInt(i + 1)));
                    }
                    found.put(values, rows.getLong(by.size() + 1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
