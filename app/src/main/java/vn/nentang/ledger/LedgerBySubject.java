package vn.nentang.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import vn.nentang.kernel.Paper;

/**
 * The ledger read once, subject after subject, in the order in which subjects first turn up: what was recorded together lies
 * together on the disk. A subject comes with the entries filed under it and no others.
 */
final class LedgerBySubject {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final int SUBJECTS_AT_ONCE = 500;

    /** Found through the indexes row by row, the order of the subjects is the order of the answer: only they are sorted. */
    private static final String THROUGH_INDEXES = """
            SET LOCAL enable_hashjoin = off;
            SET LOCAL enable_mergejoin = off;
            SET LOCAL enable_memoize = off;
            SET LOCAL jit = off;
            SET LOCAL work_mem = '64MB'
            """;

    /** A text is taken apart faster than an array, and a whole number faster than a time. */
    private static final String ALL = """
            SELECT told.subject, told.subjects, e.node, e.sequence, e.type, e.effective_on,
                   (extract(epoch FROM e.recorded_at) * 1000000)::bigint, e.author,
                   e.paper_number, e.paper_date, e.paper_issuer, e.paper_signer,
                   array_to_string(e.subjects, E'\n'), e.corrects_node, e.corrects_sequence, e.body
              FROM (SELECT subject, min(position) AS first, count(*) OVER () AS subjects
                      FROM ledger.entry_subject
                     WHERE subject > ? || ':' AND subject < ? || ';' AND position <= ?
                     GROUP BY subject
                     ORDER BY first, subject) AS told
              JOIN ledger.entry_subject s ON s.subject = told.subject AND s.position <= ?
              JOIN ledger.entry e ON e.position = s.position
             ORDER BY told.first, told.subject
            """;

    private final Connection connection;

    /** @param connection inside a transaction, of a role that sees everything */
    LedgerBySubject(Connection connection) {
        this.connection = connection;
    }

    /** An entry whose event is still a text in UTF-8; rows are never held against each other. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(
            EntryRef ref,
            String type,
            LocalDate effectiveOn,
            Instant recordedAt,
            String author,
            Paper paper,
            List<String> subjects,
            @Nullable EntryRef corrects,
            byte[] body) {

        Entry<?> opened(EventTypes types) {
            return new Entry<>(
                    ref, type, types.read(type, body), effectiveOn, recordedAt, author, paper, subjects, corrects);
        }
    }

    /** What is filed under one subject, as it lies in the store. */
    record Filed(String subject, List<Row> rows) {

        EverSaid opened(EventTypes types) {
            var entries = new ArrayList<Entry<?>>(rows.size());
            rows.forEach(row -> entries.add(row.opened(types)));
            return new EverSaid(subject, entries);
        }
    }

    /** Subjects that were read together, and how many of the kind there are in all. */
    record Lot(List<Filed> subjects, long of) {}

    /**
     * Every subject of a kind, each once.
     *
     * @param last the place of the last entry that is read
     */
    void forEach(String kind, long last, Consumer<Lot> taker) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(THROUGH_INDEXES);
        }
        try (var statement = connection.prepareStatement(ALL)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setString(1, kind);
            statement.setString(2, kind);
            statement.setLong(3, last);
            statement.setLong(4, last);
            try (var rows = statement.executeQuery()) {
                read(rows, taker);
            }
        }
    }

    private static void read(ResultSet rows, Consumer<Lot> taker) throws SQLException {
        var lot = new ArrayList<Filed>();
        var of = 0L;
        while (rows.next()) {
            var subject = rows.getString(1);
            of = rows.getLong(2);
            if (lot.isEmpty() || !lot.getLast().subject().equals(subject)) {
                if (lot.size() == SUBJECTS_AT_ONCE) {
                    taker.accept(new Lot(List.copyOf(lot), of));
                    lot.clear();
                }
                lot.add(new Filed(subject, new ArrayList<>()));
            }
            lot.getLast().rows().add(row(rows));
        }
        if (!lot.isEmpty()) {
            taker.accept(new Lot(List.copyOf(lot), of));
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        var correctsNode = row.getString(14);
        return new Row(
                new EntryRef(row.getString(3), row.getLong(4)),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                Instant.EPOCH.plus(row.getLong(7), ChronoUnit.MICROS),
                row.getString(8),
                new Paper(row.getString(9), row.getObject(10, LocalDate.class), row.getString(11), row.getString(12)),
                List.of(row.getString(13).split("\n", -1)),
                correctsNode == null ? null : new EntryRef(correctsNode, row.getLong(15)),
                row.getBytes(16));
    }
}
