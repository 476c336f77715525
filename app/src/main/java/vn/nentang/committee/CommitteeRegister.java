package vn.nentang.committee;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Timeline;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.ledger.Register;
import vn.nentang.ledger.SubjectHistory;
import vn.nentang.rulebook.Rulebook;

/** Rows of terms, posts, charges, working rules and elections, one for each period in which nothing changed. */
@Component
final class CommitteeRegister implements Register {

    static final String SUBJECT = "organization";
    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcOperations jdbc;
    private final JdbcClient sql;
    private final Set<String> elective;

    CommitteeRegister(JdbcOperations jdbc, Rulebook rulebook) {
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
        this.elective = new Posts(rulebook).elective();
    }

    @Override
    public String subjectKind() {
        return SUBJECT;
    }

    @Override
    public Class<? extends LedgerEvent> events() {
        return CommitteeEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("committee_term", "post", "charge", "working_rules", "election", "committee_anomaly");
    }

    @Override
    public void rewrite(List<SubjectHistory> histories) {
        var states = histories.stream().map(h -> fold(h, elective)).toList();
        var ids = states.stream().map(s -> s.id().value()).toArray(UUID[]::new);
        tables().forEach(table -> sql.sql("DELETE FROM register." + table + " WHERE organization_id = ANY (:ids)")
                .param("ids", ids)
                .update());
        insertTerms(states);
        insertPosts(states);
        insertCharges(states);
        insertRules(states);
        insertElections(states);
        insertAnomalies(states);
    }

    static CommitteeState fold(SubjectHistory history, Set<String> elective) {
        var id = OrganizationId.of(history.subject().substring(SUBJECT.length() + 1));
        return CommitteeState.fold(id, history.of(CommitteeEvent.class), elective);
    }

    private record Row<T>(UUID organization, T value) {}

    private <T> void insert(
            String statement,
            List<CommitteeState> states,
            Function<CommitteeState, Stream<T>> values,
            ParameterizedPreparedStatementSetter<Row<T>> binding) {
        var rows = states.stream()
                .flatMap(s -> values.apply(s).map(v -> new Row<>(s.id().value(), v)))
                .toList();
        jdbc.batchUpdate(statement, rows, ROWS_AT_ONCE, binding);
    }

    private void insertTerms(List<CommitteeState> states) {
        insert("""
                INSERT INTO register.committee_term (organization_id, valid, name, opened_on, ends_on, committee_seats,
                                                     standing_seats, deputy_seats, inspection_seats, way, entry)
                VALUES (?, daterange(?, ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, states, s -> s.terms().spans().stream(), CommitteeRegister::bindTerm);
    }

    private static void bindTerm(PreparedStatement row, Row<Timeline.Span<CommitteeState.Term>> r) throws SQLException {
        var term = r.value().value();
        bind(
                row,
                r.organization(),
                r.value().during().from(),
                r.value().during().until(),
                term.name(),
                term.openedOn(),
                term.endsOn(),
                term.seats().committee(),
                term.seats().standing(),
                term.seats().deputies(),
                term.seats().inspection(),
                term.way(),
                term.entry().toString());
    }

    private void insertPosts(List<CommitteeState> states) {
        insert(
                """
                INSERT INTO register.post (organization_id, person_id, post, valid, way, ended_because, election_id, entry)
                VALUES (?, ?, ?, daterange(?, ?), ?, ?, ?, ?)
                """,
                states,
                s -> s.holdings().stream(),
                (row, r) -> bind(
                        row,
                        r.organization(),
                        r.value().person().value(),
                        r.value().post(),
                        r.value().during().from(),
                        r.value().during().until(),
                        r.value().way(),
                        r.value().reason(),
                        r.value().election(),
                        r.value().entry().toString()));
    }

    private void insertCharges(List<CommitteeState> states) {
        insert(
                """
                INSERT INTO register.charge (organization_id, person_id, charge, valid, entry)
                VALUES (?, ?, ?, daterange(?, ?), ?)
                """,
                states,
                s -> s.charges().stream(),
                (row, r) -> bind(
                        row,
                        r.organization(),
                        r.value().person().value(),
                        r.value().charge(),
                        r.value().during().from(),
                        r.value().during().until(),
                        r.value().entry().toString()));
    }

    private void insertRules(List<CommitteeState> states) {
        insert(
                """
                INSERT INTO register.working_rules (organization_id, valid, title, paper_number, paper_date, entry)
                VALUES (?, daterange(?, ?), ?, ?, ?, ?)
                """,
                states,
                s -> s.rules().spans().stream(),
                (row, r) -> bind(
                        row,
                        r.organization(),
                        r.value().during().from(),
                        r.value().during().until(),
                        r.value().value().title(),
                        r.value().value().paper().number(),
                        r.value().value().paper().date(),
                        r.value().value().entry().toString()));
    }

    private void insertElections(List<CommitteeState> states) {
        insert(
                """
                INSERT INTO register.election (organization_id, election_id, held_on, body, meeting, seats, elected, entry)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                states,
                s -> s.elections().stream(),
                (row, r) -> bind(
                        row,
                        r.organization(),
                        r.value().election(),
                        r.value().on(),
                        r.value().held().body(),
                        r.value().held().meeting(),
                        r.value().held().seats(),
                        r.value().elected().size(),
                        r.value().entry().toString()));
    }

    private void insertAnomalies(List<CommitteeState> states) {
        insert(
                "INSERT INTO register.committee_anomaly (organization_id, code, entry) VALUES (?, ?, ?)",
                states,
                s -> s.anomalies().stream(),
                (row, r) ->
                        bind(row, r.organization(), r.value().code(), r.value().entry()));
    }

    private static void bind(PreparedStatement row, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
    }
}
