package vn.nentang.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.SubjectHistory;

/** Lists of members on any date, as known now or as known at an instant, in Vietnamese order of names. */
@Component
public final class Rosters {

    private static final String PERSON = """
            SELECT p.person_id, p.full_name, p.sex, p.birth, p.facts->>'ethnic-group' AS ethnicity,
                   p.citizen_id, p.card_number, m.admitted_on, m.recognised_on,
            """;

    /** Of who is no guest. */
    private static final String STANDING = """
                        WHEN m.suspended THEN 'SUSPENDED'
                        WHEN m.exempt THEN 'EXEMPT'
                        WHEN m.visited_cell IS NOT NULL OR m.visited_place IS NOT NULL THEN 'TEMPORARY_ELSEWHERE'
                        WHEN m.grade = 'NONE' THEN 'UNKNOWN'
                        ELSE m.grade
                   END AS standing,
            """;

    /** Own members first; guests of a cell that is not their own are listed there as temporary. */
    private static final String ON = PERSON + """
                   CASE WHEN NOT m.cell_id = ANY (:cells) OR m.cell_id IS NULL THEN 'TEMPORARY'
            """ + STANDING + """
                   CASE WHEN m.cell_id = ANY (:cells) THEN m.cell_id ELSE m.visited_cell END AS cell_id
              FROM register.membership m
              JOIN register.person p ON p.person_id = m.person_id AND p.valid @> :on
             WHERE m.valid @> :on
               AND (m.cell_id = ANY (:cells) OR m.visited_cell = ANY (:cells))
             ORDER BY p.given_name COLLATE "vi-VN-x-icu", p.full_name COLLATE "vi-VN-x-icu", p.person_id
            """;

    private static final String PERSON_ON_ROLL = PERSON + """
                   CASE WHEN m.is_guest THEN 'TEMPORARY'
            """ + STANDING + """
                   m.roll AS cell_id
            """;

    /** The same for each cell on its own: who is a guest of one of them is told there as temporary, and at home as away. */
    private static final String ON_EACH = PERSON_ON_ROLL + """
              FROM (SELECT own.*, own.cell_id AS roll, false AS is_guest
                      FROM register.membership own
                     WHERE own.valid @> :on AND own.cell_id = ANY (:cells)
                     UNION ALL
                    SELECT guest.*, guest.visited_cell, true
                      FROM register.membership guest
                     WHERE guest.valid @> :on AND guest.visited_cell = ANY (:cells)
                       AND guest.cell_id IS DISTINCT FROM guest.visited_cell) AS m
              JOIN register.person p ON p.person_id = m.person_id AND p.valid @> :on
             ORDER BY p.given_name COLLATE "vi-VN-x-icu", p.full_name COLLATE "vi-VN-x-icu", p.person_id
            """;

    /** Everybody once, in the order of the cells asked for; one statement, so that all is of one moment. */
    private static final String ON_IN_ORDER = """
            WITH wanted AS MATERIALIZED (
                SELECT id, place FROM unnest(CAST(:cells AS uuid[])) WITH ORDINALITY AS w (id, place))
            """ + PERSON_ON_ROLL + """
              FROM (SELECT own.*, own.cell_id AS roll, false AS is_guest, place
                      FROM register.membership own
                      JOIN wanted ON wanted.id = own.cell_id
                     WHERE own.valid @> :on
                     UNION ALL
                    SELECT guest.*, guest.visited_cell, true, place
                      FROM register.membership guest
                      JOIN wanted ON wanted.id = guest.visited_cell
                     WHERE guest.valid @> :on
                       AND NOT EXISTS (SELECT FROM wanted home WHERE home.id = guest.cell_id)) AS m
              JOIN register.person p ON p.person_id = m.person_id AND p.valid @> :on
             ORDER BY m.place, p.given_name COLLATE "vi-VN-x-icu", p.full_name COLLATE "vi-VN-x-icu", p.person_id
            """;

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient sql;
    private final Ledger ledger;

    public Rosters(JdbcClient sql, Ledger ledger) {
        this.sql = sql;
        this.ledger = ledger;
    }

    /** Everyone on the rolls of these cells on a date. */
    public List<RosterLine> of(Collection<OrganizationId> cells, LocalDate on) {
        return sql.sql(ON)
                .param("cells", cells.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .param("on", on)
                .query(Rosters::line)
                .list();
    }

    /** The same people cell after cell, in the order of the cells; none of them is kept, however many they are. */
    public void forEach(List<OrganizationId> cells, LocalDate on, Consumer<RosterLine> taker) {
        sql.sql(ON_IN_ORDER)
                .param("cells", cells.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .param("on", on)
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    taker.accept(line(row, 0));
                });
    }

    /** The roll of each of these cells on a date, as {@link #of} gives it for one; cells without anybody are left out. */
    public Map<OrganizationId, List<RosterLine>> ofEach(Collection<OrganizationId> cells, LocalDate on) {
        return sql
                .sql(ON_EACH)
                .param("cells", cells.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .param("on", on)
                .query(Rosters::line)
                .list()
                .stream()
                .collect(Collectors.groupingBy(RosterLine::cell));
    }

    /** What was believed at an instant about these rolls on a date: folded from the ledger, whoever ever stood on one. */
    public List<RosterLine> of(Collection<OrganizationId> cells, LocalDate on, @Nullable Instant knownAt) {
        if (knownAt == null) {
            return of(cells, on);
        }
        var wanted = Set.copyOf(cells);
        var rolls = cells.stream().map(MembershipEvents::rollOf).toList();
        return ledger.histories(ledger.subjectsBeside(rolls, "person", knownAt), knownAt).stream()
                .flatMap(history -> believed(history, wanted, on).stream())
                .sorted(RosterLine.ORDER)
                .toList();
    }

    private static Optional<RosterLine> believed(SubjectHistory history, Set<OrganizationId> cells, LocalDate on) {
        var state = MembershipRegister.fold(history);
        var membership = state.now(on);
        var own = membership.cell();
        var cell = own != null && cells.contains(own) ? own : membership.visitedCell();
        if (cell == null || !cells.contains(cell)) {
            return Optional.empty();
        }
        return state.fact(Fact.FULL_NAME, on)
                .map(name -> new RosterLine(
                        state.id(),
                        name,
                        state.fact(Fact.SEX, on).orElse(null),
                        state.fact(Fact.BIRTH, on).map(PartialDate::parse).orElse(null),
                        state.fact(Fact.ETHNICITY, on).orElse(null),
                        state.fact(Fact.CITIZEN_ID, on).orElse(null),
                        state.fact(Fact.CARD_NUMBER, on).orElse(null),
                        membership.admittedOn(),
                        membership.recognisedOn(),
                        cell.equals(own) ? membership.standing() : Standing.TEMPORARY,
                        cell));
    }

    /** How many members stand on each of these rolls on a date, guests not counted; rolls without anybody are left out. */
    public List<CellCount> counts(Collection<OrganizationId> rolls, LocalDate date) {
        return sql.sql("""
                        SELECT cell_id, count(*) AS members, count(*) FILTER (WHERE grade = 'PROBATIONARY') AS probationary
                          FROM register.membership
                         WHERE valid @> :on AND cell_id = ANY (:rolls)
                         GROUP BY cell_id
                        """)
                .param("on", date)
                .param("rolls", rolls.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .query((row, _) -> new CellCount(
                        new OrganizationId(row.getObject("cell_id", UUID.class)),
                        row.getInt("members"),
                        row.getInt("probationary")))
                .list();
    }

    public record CellCount(OrganizationId cell, int members, int probationary) {}

    private static RosterLine line(ResultSet row, int number) throws SQLException {
        return new RosterLine(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("full_name"),
                row.getString("sex"),
                date(row.getString("birth")),
                row.getString("ethnicity"),
                row.getString("citizen_id"),
                row.getString("card_number"),
                date(row.getString("admitted_on")),
                date(row.getString("recognised_on")),
                Standing.valueOf(row.getString("standing")),
                new OrganizationId(row.getObject("cell_id", UUID.class)));
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : PartialDate.parse(text);
    }
}
