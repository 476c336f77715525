package vn.nentang.membership;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.ledger.CopiedRegister;
import vn.nentang.ledger.CopyRows;
import vn.nentang.ledger.CopySink;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.ledger.SubjectHistory;

/** Rows of persons' files and memberships, one for each period in which nothing changed. */
@Component
final class MembershipRegister implements CopiedRegister {

    private static final String SUBJECT = "person";
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String FILE_COLUMNS =
            "person_id, valid, full_name, given_name, sex, birth, citizen_id, card_number, facts";
    private static final String MEMBERSHIP_COLUMNS =
            "person_id, valid, grade, cell_id, exempt, suspended, visited_cell,"
                    + " visited_place, admitted_on, recognised_on, left_by, names";
    private static final String ANOMALY_COLUMNS = "person_id, code, entry";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** As for a person's brief_folded, and so that all of them fit into a row of an index. */
    private static final int LETTERS_OF_A_NAME = 80;

    private static final int LETTERS_OF_ALL_NAMES = 400;

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

    @Override
    public void fill(List<SubjectHistory> histories, CopySink sink) {
        var states = histories.stream().map(MembershipRegister::fold).toList();
        var files = new CopyRows();
        fileRows(states).forEach(r -> files.add(columns(r)));
        sink.copy("register.person (" + FILE_COLUMNS + ")", files);
        var memberships = new CopyRows();
        membershipRows(states).forEach(r -> memberships.add(columns(r)));
        sink.copy("register.membership (" + MEMBERSHIP_COLUMNS + ")", memberships);
        var anomalies = new CopyRows();
        anomalyRows(states)
                .forEach(r -> anomalies.add(
                        r.id().value(), r.anomaly().code(), r.anomaly().entry()));
        sink.copy("register.person_anomaly (" + ANOMALY_COLUMNS + ")", anomalies);
    }

    static MembershipState fold(SubjectHistory history) {
        return MembershipState.fold(person(history.subject()), history.of(MembershipEvent.class));
    }

    static PersonId person(String subject) {
        return PersonId.of(subject.substring(SUBJECT.length() + 1));
    }

    private record FileRow(PersonId id, MembershipState.Period<SortedMap<String, String>> period) {}

    private void insertFiles(List<MembershipState> states) {
        var insert = "INSERT INTO register.person (" + FILE_COLUMNS
                + ") VALUES (?, ?::daterange, ?, ?, ?, ?, ?, ?, ?::jsonb)";
        jdbc.batchUpdate(insert, fileRows(states), ROWS_AT_ONCE, (row, r) -> bind(row, columns(r)));
    }

    private static List<FileRow> fileRows(List<MembershipState> states) {
        return states.stream()
                .flatMap(s -> s.filePeriods().stream().map(p -> new FileRow(s.id(), p)))
                .filter(r -> r.period().value().containsKey(Fact.FULL_NAME))
                .toList();
    }

    private static @Nullable Object[] columns(FileRow file) {
        Map<String, String> facts = file.period().value();
        var name = Objects.requireNonNull(facts.get(Fact.FULL_NAME));
        return new @Nullable Object[] {
            file.id().value(),
            CopyRows.days(file.period().from(), file.period().until()),
            name,
            VietnameseText.givenName(name),
            facts.get(Fact.SEX),
            facts.get(Fact.BIRTH),
            facts.get(Fact.CITIZEN_ID),
            facts.get(Fact.CARD_NUMBER),
            JSON.writeValueAsString(facts)
        };
    }

    private static void bind(PreparedStatement row, @Nullable Object... columns) throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            row.setObject(i + 1, columns[i]);
        }
    }

    private record MembershipRow(
            PersonId id,
            DateRange during,
            Membership value,
            @Nullable String names) {}

    private void insertMemberships(List<MembershipState> states) {
        var insert = "INSERT INTO register.membership (" + MEMBERSHIP_COLUMNS
                + ") VALUES (?, ?::daterange, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        jdbc.batchUpdate(insert, membershipRows(states), ROWS_AT_ONCE, (row, r) -> bind(row, columns(r)));
    }

    private static List<MembershipRow> membershipRows(List<MembershipState> states) {
        return states.stream()
                .flatMap(s -> {
                    var names = names(s);
                    return s.membershipPeriods().stream()
                            .map(p -> new MembershipRow(s.id(), p.during(), p.value(), names));
                })
                .toList();
    }

    /** Every name a person ever had, folded, one a line; none where that is too long to be looked through. */
    private static @Nullable String names(MembershipState state) {
        var names = state.filePeriods().stream()
                .map(period -> period.value().get(Fact.FULL_NAME))
                .filter(Objects::nonNull)
                .map(VietnameseText::folded)
                .map(MembershipRegister::brief)
                .distinct()
                .collect(Collectors.joining("\n"));
        return names.codePointCount(0, names.length()) <= LETTERS_OF_ALL_NAMES ? names : null;
    }

    private static String brief(String name) {
        return name.codePointCount(0, name.length()) <= LETTERS_OF_A_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LETTERS_OF_A_NAME));
    }

    private static @Nullable Object[] columns(MembershipRow m) {
        var value = m.value();
        return new @Nullable Object[] {
            m.id().value(),
            CopyRows.days(m.during().from(), m.during().until()),
            value.grade().name(),
            uuid(value.cell()),
            value.exempt(),
            value.suspended(),
            uuid(value.visitedCell()),
            value.visitedPlace(),
            value.admittedOn() == null ? null : value.admittedOn().toString(),
            value.recognisedOn() == null ? null : value.recognisedOn().toString(),
            value.leftBy(),
            m.names()
        };
    }

    private static @Nullable Object uuid(@Nullable OrganizationId id) {
        return id == null ? null : id.value();
    }

    private record AnomalyRow(PersonId id, MembershipState.Anomaly anomaly) {}

    private void insertAnomalies(List<MembershipState> states) {
        var insert = "INSERT INTO register.person_anomaly (" + ANOMALY_COLUMNS + ") VALUES (?, ?, ?)";
        jdbc.batchUpdate(
                insert,
                anomalyRows(states),
                ROWS_AT_ONCE,
                (row, r) -> bind(
                        row, r.id().value(), r.anomaly().code(), r.anomaly().entry()));
    }

    private static List<AnomalyRow> anomalyRows(List<MembershipState> states) {
        return states.stream()
                .flatMap(s -> s.anomalies().stream().map(a -> new AnomalyRow(s.id(), a)))
                .toList();
    }
}
