package vn.nentang.membership;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.ledger.Register;
import vn.nentang.ledger.SubjectHistory;

/** Rows of persons' files and memberships, one for each period in which nothing changed. */
@Component
final class MembershipRegister implements Register {

    private static final String SUBJECT = "person";
    private static final int ROWS_AT_ONCE = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcOperations jdbc;
    private final JdbcClient sql;

    MembershipRegister(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
    }

    @Override
    public String subjectKind() {
        return SUBJECT;
    }

    @Override
    public Class<? extends LedgerEvent> events() {
        return MembershipEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("person", "membership", "person_anomaly");
    }

    @Override
    public void rewrite(List<SubjectHistory> histories) {
        var states = histories.stream().map(MembershipRegister::fold).toList();
        var ids = states.stream().map(s -> s.id().value()).toArray(UUID[]::new);
        tables().forEach(table -> sql.sql("DELETE FROM register." + table + " WHERE person_id = ANY (:ids)")
                .param("ids", ids)
                .update());
        insertFiles(states);
        insertMemberships(states);
        insertAnomalies(states);
    }

    static MembershipState fold(SubjectHistory history) {
        return MembershipState.fold(person(history.subject()), history.of(MembershipEvent.class));
    }

    static PersonId person(String subject) {
        return PersonId.of(subject.substring(SUBJECT.length() + 1));
    }

    private record FileRow(PersonId id, MembershipState.Period<SortedMap<String, String>> period) {}

    private void insertFiles(List<MembershipState> states) {
        var rows = states.stream()
                .flatMap(s -> s.filePeriods().stream().map(p -> new FileRow(s.id(), p)))
                .filter(r -> r.period().value().containsKey(Fact.FULL_NAME))
                .toList();
        jdbc.batchUpdate("""
                INSERT INTO register.person (person_id, valid, full_name, given_name, sex, birth,
                                             citizen_id, card_number, facts)
                VALUES (?, daterange(?, ?), ?, ?, ?, ?, ?, ?, ?::jsonb)
                """, rows, ROWS_AT_ONCE, MembershipRegister::bindFile);
    }

    private static void bindFile(PreparedStatement row, FileRow file) throws SQLException {
        Map<String, String> facts = file.period().value();
        var name = Objects.requireNonNull(facts.get(Fact.FULL_NAME));
        row.setObject(1, file.id().value());
        row.setObject(2, file.period().from());
        row.setObject(3, file.period().until());
        row.setString(4, name);
        row.setString(5, VietnameseText.givenName(name));
        row.setString(6, facts.get(Fact.SEX));
        row.setString(7, facts.get(Fact.BIRTH));
        row.setString(8, facts.get(Fact.CITIZEN_ID));
        row.setString(9, facts.get(Fact.CARD_NUMBER));
        row.setString(10, JSON.writeValueAsString(facts));
    }

    private record MembershipRow(PersonId id, DateRange during, Membership value) {}

    private void insertMemberships(List<MembershipState> states) {
        var rows = states.stream()
                .flatMap(s -> s.membershipPeriods().stream().map(p -> new MembershipRow(s.id(), p.during(), p.value())))
                .toList();
        jdbc.batchUpdate("""
                INSERT INTO register.membership (person_id, valid, grade, cell_id, exempt, suspended, visited_cell,
                                                 visited_place, admitted_on, recognised_on, left_by)
                VALUES (?, daterange(?, ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, ROWS_AT_ONCE, MembershipRegister::bindMembership);
    }

    private static void bindMembership(PreparedStatement row, MembershipRow m) throws SQLException {
        var value = m.value();
        row.setObject(1, m.id().value());
        row.setObject(2, m.during().from());
        row.setObject(3, m.during().until());
        row.setString(4, value.grade().name());
        row.setObject(5, uuid(value.cell()));
        row.setBoolean(6, value.exempt());
        row.setBoolean(7, value.suspended());
        row.setObject(8, uuid(value.visitedCell()));
        row.setString(9, value.visitedPlace());
        row.setString(10, value.admittedOn() == null ? null : value.admittedOn().toString());
        row.setString(
                11, value.recognisedOn() == null ? null : value.recognisedOn().toString());
        row.setString(12, value.leftBy());
    }

    private static @Nullable Object uuid(@Nullable OrganizationId id) {
        return id == null ? null : id.value();
    }

    private record AnomalyRow(PersonId id, MembershipState.Anomaly anomaly) {}

    private void insertAnomalies(List<MembershipState> states) {
        var rows = states.stream()
                .flatMap(s -> s.anomalies().stream().map(a -> new AnomalyRow(s.id(), a)))
                .toList();
        jdbc.batchUpdate(
                "INSERT INTO register.person_anomaly (person_id, code, entry) VALUES (?, ?, ?)",
                rows,
                ROWS_AT_ONCE,
                (row, r) -> {
                    row.setObject(1, r.id().value());
                    row.setString(2, r.anomaly().code());
                    row.setString(3, r.anomaly().entry());
                });
    }
}
