package vn.nentang.membership;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.ledger.Register;
import vn.nentang.ledger.SubjectHistory;

/** The lists that were taken over, and those taken back. */
@Component
final class RosterImportRegister implements Register {

    private static final String SUBJECT = "list";

    private final JdbcOperations jdbc;
    private final JdbcClient sql;

    RosterImportRegister(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
    }

    @Override
    public String subjectKind() {
        return SUBJECT;
    }

    @Override
    public Class<? extends LedgerEvent> events() {
        return ImportEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("roster_import");
    }

    private record Row(
            ImportEvent.RosterImported list,
            Entry<ImportEvent> entry,
            @Nullable Instant undoneAt,
            @Nullable String because) {}

    @Override
    public void rewrite(List<SubjectHistory> histories) {
        sql.sql("DELETE FROM register.roster_import WHERE list_id = ANY (:ids)")
                .param("ids", histories.stream().map(RosterImportRegister::id).toArray(UUID[]::new))
                .update();
        insert(histories.stream().flatMap(h -> rows(h).stream()).toList());
    }

    private static UUID id(SubjectHistory history) {
        return UUID.fromString(history.subject().substring(SUBJECT.length() + 1));
    }

    private static List<Row> rows(SubjectHistory history) {
        var rows = new ArrayList<Row>();
        for (var entry : history.of(ImportEvent.class)) {
            switch (entry.event()) {
                case ImportEvent.RosterImported imported -> rows.add(new Row(imported, entry, null, null));
                case ImportEvent.RosterImportUndone undone ->
                    rows.replaceAll(r -> new Row(r.list(), r.entry(), entry.recordedAt(), undone.reason()));
            }
        }
        return rows;
    }

    private void insert(List<Row> rows) {
        jdbc.batchUpdate("""
                INSERT INTO register.roster_import (list_id, under, file_name, file_digest, as_of, taken, left_out,
                                                    recorded_at, author, undone_at, undone_because)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, Math.max(1, rows.size()), (row, r) -> {
            row.setObject(1, r.list().list());
            row.setObject(2, r.list().under().value());
            row.setString(3, r.list().fileName());
            row.setString(4, r.list().fileDigest());
            row.setObject(5, r.list().asOf());
            row.setInt(6, r.list().taken());
            row.setInt(7, r.list().leftOut());
            row.setObject(8, r.entry().recordedAt().atOffset(ZoneOffset.UTC));
            row.setString(9, r.entry().author());
            row.setObject(10, r.undoneAt() == null ? null : r.undoneAt().atOffset(ZoneOffset.UTC));
            row.setString(11, r.because());
        });
    }
}
