package vn.nentang.organization;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.ledger.Register;
import vn.nentang.ledger.SubjectHistory;

/** One row for each period in which nothing about an organisation changed. */
@Component
final class OrganizationRegister implements Register {

    private static final String SUBJECT = "organization";
    private static final int ROWS_AT_ONCE = 1_000;

    private static final String BELOW = """
            WITH RECURSIVE below (id) AS (
                SELECT unnest(CAST(:ids AS uuid[]))
                 UNION
                SELECT o.organization_id FROM register.organization o JOIN below ON o.parent_id = below.id)
            """;

    private final JdbcOperations jdbc;
    private final JdbcClient sql;

    OrganizationRegister(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
    }

    @Override
    public String subjectKind() {
        return SUBJECT;
    }

    @Override
    public Class<? extends LedgerEvent> events() {
        return OrganizationEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("organization", "organization_above", "organization_anomaly");
    }

    @Override
    public void rewrite(List<SubjectHistory> histories) {
        var states = histories.stream().map(OrganizationRegister::fold).toList();
        var ids = states.stream().map(s -> s.id().value()).toArray(UUID[]::new);
        sql.sql("DELETE FROM register.organization WHERE organization_id = ANY (:ids)")
                .param("ids", ids)
                .update();
        sql.sql("DELETE FROM register.organization_anomaly WHERE organization_id = ANY (:ids)")
                .param("ids", ids)
                .update();
        insertPeriods(states);
        insertAnomalies(states);
    }

    static OrganizationState fold(SubjectHistory history) {
        return OrganizationState.fold(id(history.subject()), history.of(OrganizationEvent.class));
    }

    private static OrganizationId id(String subject) {
        return OrganizationId.of(subject.substring(SUBJECT.length() + 1));
    }

    private record PeriodRow(OrganizationId id, OrganizationState.Period period) {}

    private void insertPeriods(List<OrganizationState> states) {
        var rows = states.stream()
                .flatMap(s -> s.periods().stream().map(p -> new PeriodRow(s.id(), p)))
                .toList();
        jdbc.batchUpdate("""
                INSERT INTO register.organization (organization_id, valid, name, type, code, parent_id)
                VALUES (?, daterange(?, ?), ?, ?, ?, ?)
                """, rows, ROWS_AT_ONCE, (row, r) -> {
            row.setObject(1, r.id().value());
            row.setObject(2, r.period().during().from());
            row.setObject(3, r.period().during().until());
            row.setString(4, r.period().name());
            row.setString(5, r.period().type());
            row.setString(6, r.period().code());
            var parent = r.period().parent();
            row.setObject(7, parent == null ? null : parent.value());
        });
    }

    /** What ever stood above these organisations and above all that ever stood below them. */
    @Override
    public void derive(List<String> subjects) {
        var ids = subjects.stream().map(s -> id(s).value()).toArray(UUID[]::new);
        sql.sql(BELOW + """
                DELETE FROM register.organization_above WHERE organization_id IN (SELECT id FROM below)
                """).param("ids", ids).update();
        sql.sql(BELOW + """
                , up (organization_id, above_id) AS (
                    SELECT organization_id, organization_id
                      FROM register.organization WHERE organization_id IN (SELECT id FROM below)
                     UNION
                    SELECT up.organization_id, o.parent_id
                      FROM up
                      JOIN register.organization o ON o.organization_id = up.above_id
                     WHERE o.parent_id IS NOT NULL)
                INSERT INTO register.organization_above (organization_id, above_id)
                SELECT organization_id, above_id FROM up
                """).param("ids", ids).update();
    }

    private record AnomalyRow(OrganizationId id, OrganizationState.Anomaly anomaly) {}

    private void insertAnomalies(List<OrganizationState> states) {
        var rows = states.stream()
                .flatMap(s -> s.anomalies().stream().map(a -> new AnomalyRow(s.id(), a)))
                .toList();
        jdbc.batchUpdate(
                "INSERT INTO register.organization_anomaly (organization_id, code, entry) VALUES (?, ?, ?)",
                rows,
                ROWS_AT_ONCE,
                (row, r) -> {
                    row.setObject(1, r.id().value());
                    row.setString(2, r.anomaly().code());
                    row.setString(3, r.anomaly().entry());
                });
    }
}
