package vn.nentang.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.Withdrawn;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Reach;

/** Reads committees on any date, as known now or as known at an instant. */
@Component
public final class Committees {

    private final JdbcClient sql;
    private final Ledger ledger;
    private final Posts posts;

    public Committees(JdbcClient sql, Ledger ledger, Rulebook rulebook) {
        this.sql = sql;
        this.ledger = ledger;
        this.posts = new Posts(rulebook);
    }

    /** The committee of one organisation on a date, folded from the ledger; without term and holders where none are. */
    public Committee of(OrganizationId organization, LocalDate on, @Nullable Instant knownAt) {
        var history = ledger.histories(List.of(organization.subject()), knownAt).getFirst();
        return Committee.of(CommitteeRegister.fold(history, posts.elective()), on, posts);
    }

    /**
     * The committees of many organisations on a date, as known now; one for each, also where nothing is on record. Of the
     * paper of working rules number and date only.
     */
    public Map<OrganizationId, Committee> of(Collection<OrganizationId> organizations, LocalDate on) {
        var ids = organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
        var terms = terms(ids, on);
        var holders = holders(ids, on);
        var charges = charges(ids, on);
        var rules = rules(ids, on);
        return organizations.stream()
                .distinct()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> new Committee(
                                id,
                                on,
                                terms.get(id),
                                holders.getOrDefault(id, List.of()).stream()
                                        .sorted(Committee.order(posts))
                                        .toList(),
                                charges.getOrDefault(id, List.of()),
                                rules.get(id))));
    }

    private Map<OrganizationId, Committee.Term> terms(UUID[] ids, LocalDate on) {
        return single(grouped("SELECT * FROM register.committee_term", ids, on, Committees::term));
    }

    private static Committee.Term term(ResultSet row) throws SQLException {
        return new Committee.Term(
                row.getString("name"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                new CommitteeEvent.Seats(
                        row.getObject("committee_seats", Integer.class),
                        row.getObject("standing_seats", Integer.class),
                        row.getObject("deputy_seats", Integer.class),
                        row.getObject("inspection_seats", Integer.class)),
                row.getString("way"));
    }

    private Map<OrganizationId, List<Committee.Holder>> holders(UUID[] ids, LocalDate on) {
        return grouped("SELECT *, lower(valid) AS since FROM register.post", ids, on, Committees::holder);
    }

    private static Committee.Holder holder(ResultSet row) throws SQLException {
        return new Committee.Holder(
                person(row),
                row.getString("post"),
                row.getString("way"),
                row.getObject("since", LocalDate.class),
                row.getObject("election_id", UUID.class),
                EntryRef.parse(row.getString("entry")));
    }

    private Map<OrganizationId, List<Committee.Charge>> charges(UUID[] ids, LocalDate on) {
        return grouped(
                "SELECT *, lower(valid) AS since FROM register.charge",
                ids,
                on,
                row -> new Committee.Charge(
                        person(row),
                        row.getString("charge"),
                        row.getObject("since", LocalDate.class),
                        EntryRef.parse(row.getString("entry"))));
    }

    private Map<OrganizationId, Committee.WorkingRules> rules(UUID[] ids, LocalDate on) {
        return single(grouped(
                "SELECT *, lower(valid) AS since FROM register.working_rules", ids, on, Committees::workingRules));
    }

    private static Committee.WorkingRules workingRules(ResultSet row) throws SQLException {
        var paper = new Paper(row.getString("paper_number"), row.getObject("paper_date", LocalDate.class), null, null);
        return new Committee.WorkingRules(
                row.getString("title"),
                paper,
                row.getObject("since", LocalDate.class),
                EntryRef.parse(row.getString("entry")));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<OrganizationId, List<T>> grouped(String select, UUID[] ids, LocalDate on, Reading<T> reading) {
        record Found<T>(OrganizationId organization, T value) {}
        return sql
                .sql(select + " WHERE organization_id = ANY (:ids) AND valid @> :on ORDER BY organization_id, valid")
                .param("ids", ids)
                .param("on", on)
                .query((row, _) -> new Found<>(organization(row), reading.of(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Found::organization, Collectors.mapping(Found::value, Collectors.toList())));
    }

    private static <T> Map<OrganizationId, T> single(Map<OrganizationId, List<T>> grouped) {
        var found = new HashMap<OrganizationId, T>();
        grouped.forEach((id, values) -> found.put(id, values.getFirst()));
        return found;
    }

    /** Where somebody is now is judged by the tree of the day, where somebody was by every tree there has been. */
    private static final String MOVED_AWAY = """
            WITH RECURSIVE held AS (
                SELECT p.organization_id, p.person_id, m.cell_id, min(lower(p.valid)) AS since
                  FROM register.post p
                  JOIN register.membership m ON m.person_id = p.person_id AND m.valid @> :on
                 WHERE p.organization_id = ANY (:ids) AND p.valid @> :on AND m.cell_id IS NOT NULL
                 GROUP BY p.organization_id, p.person_id, m.cell_id),
            up (cell_id, above_id) AS (
                SELECT DISTINCT cell_id, cell_id FROM held
                 UNION
                SELECT up.cell_id, o.parent_id
                  FROM up
                  JOIN register.organization o ON o.organization_id = up.above_id AND o.valid @> :on
                 WHERE o.parent_id IS NOT NULL)
            SELECT h.organization_id, h.person_id, n.full_name,
                   (SELECT max(upper(w.valid)) FROM register.membership w
                     WHERE w.person_id = h.person_id AND w.cell_id IS DISTINCT FROM h.cell_id
                       AND upper(w.valid) <= :on) AS since
              FROM held h
              JOIN register.person n ON n.person_id = h.person_id AND n.valid @> :on
             WHERE NOT EXISTS (SELECT FROM up WHERE up.cell_id = h.cell_id AND up.above_id = h.organization_id)
               AND EXISTS (SELECT FROM register.membership w
                             JOIN register.organization_above a ON a.organization_id = w.cell_id
                            WHERE w.person_id = h.person_id AND a.above_id = h.organization_id
                              AND w.cell_id <> h.cell_id
                              AND w.valid && daterange(h.since, :on))
             ORDER BY h.organization_id, since, h.person_id
            """;

    /**
     * Somebody who keeps a post of an organisation after leaving its rolls for those of a cell outside it.
     *
     * @param since the first day on the roll of that cell
     */
    record MovedAway(PersonId person, String fullName, LocalDate since) {}

    /**
     * Those who hold a post of these organisations on a date, were on a roll within while they held it, and are on one
     * outside now. Read whole: where they went may lie beyond the reach of who asks, and is not told.
     */
    Map<OrganizationId, List<MovedAway>> movedAway(Collection<OrganizationId> organizations, LocalDate on) {
        record Found(OrganizationId organization, MovedAway moved) {}
        var ids = organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
        return Reach.whole(() -> sql.sql(MOVED_AWAY)
                        .param("ids", ids)
                        .param("on", on)
                        .query((row, _) -> new Found(
                                organization(row),
                                new MovedAway(
                                        person(row),
                                        row.getString("full_name"),
                                        row.getObject("since", LocalDate.class))))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        Found::organization, Collectors.mapping(Found::moved, Collectors.toList())));
    }

    private static OrganizationId organization(ResultSet row) throws SQLException {
        return new OrganizationId(row.getObject("organization_id", UUID.class));
    }

    private static PersonId person(ResultSet row) throws SQLException {
        return new PersonId(row.getObject("person_id", UUID.class));
    }

    /**
     * A post in a person's life.
     *
     * @param until the first day on which it was no longer held; null while it is
     */
    public record Served(
            OrganizationId organization,
            String post,
            String way,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** Every post a person holds or held, latest first. */
    public List<Served> servedBy(PersonId person) {
        return sql.sql("""
                        SELECT organization_id, post, way, lower(valid) AS since, upper(valid) AS until
                          FROM register.post
                         WHERE person_id = :person
                         ORDER BY since DESC, organization_id, post
                        """)
                .param("person", person.value())
                .query((row, _) -> new Served(
                        organization(row),
                        row.getString("post"),
                        row.getString("way"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    /** The organisations in which each of these persons holds a post on a day; who holds none is left out. */
    public Map<PersonId, Set<OrganizationId>> organizationsServed(Collection<PersonId> persons, LocalDate on) {
        var served = new HashMap<PersonId, Set<OrganizationId>>();
        sql.sql("SELECT person_id, organization_id FROM register.post WHERE person_id = ANY (:ids) AND valid @> :on")
                .param("ids", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("on", on)
                .query(row -> {
                    served.computeIfAbsent(new PersonId(row.getObject("person_id", UUID.class)), _ -> new HashSet<>())
                            .add(organization(row));
                });
        return served;
    }

    /** A post somebody holds in an organisation on a day. */
    public record Held(OrganizationId organization, Committee.Holder holder) {}

    /** The posts a person holds on a date, as known now or as known at an instant; folded from the ledger. */
    public List<Held> heldBy(PersonId person, LocalDate on, @Nullable Instant knownAt) {
        return ledger.subjectsBeside(List.of(person.subject()), CommitteeRegister.SUBJECT, knownAt).stream()
                .map(subject -> OrganizationId.of(subject.substring(CommitteeRegister.SUBJECT.length() + 1)))
                .flatMap(organization -> of(organization, on, knownAt).holders().stream()
                        .filter(holder -> holder.person().equals(person))
                        .map(holder -> new Held(organization, holder)))
                .toList();
    }

    /** One entry about a committee, and whether it still stands. */
    public record Told(Entry<?> entry, boolean stands) {}

    /** Every act about an organisation's committee, replaced and withdrawn ones included, in fold order. */
    public List<Told> history(OrganizationId organization) {
        var said = ledger.everSaid(organization.subject());
        var all = said.filed();
        var own = all.stream()
                .filter(e -> e.event() instanceof CommitteeEvent)
                .map(Entry::ref)
                .collect(Collectors.toSet());
        var standing = said.standing().entries().stream().map(Entry::ref).collect(Collectors.toSet());
        return all.stream()
                .filter(e -> own.contains(e.ref())
                        || (e.event() instanceof Withdrawn && e.corrects() != null && own.contains(e.corrects())))
                .map(e -> new Told(e, standing.contains(e.ref())))
                .toList();
    }

    /**
     * An election on record.
     *
     * @param recorded the entry that holds it
     */
    public record ElectionHeld(
            UUID id,
            OrganizationId organization,
            LocalDate on,
            Election held,
            List<PersonId> elected,
            Entry<?> recorded) {
        public ElectionHeld {
            elected = List.copyOf(elected);
        }
    }

    /** The elections of an organisation that stand, latest first. */
    public List<ElectionHeld> elections(OrganizationId organization) {
        return ledger.history(organization.subject()).of(CommitteeEvent.class).stream()
                .filter(e -> e.event() instanceof CommitteeEvent.ElectionCounted)
                .map(e -> held(e, (CommitteeEvent.ElectionCounted) e.event()))
                .toList()
                .reversed();
    }

    private static ElectionHeld held(Entry<CommitteeEvent> entry, CommitteeEvent.ElectionCounted counted) {
        return new ElectionHeld(
                counted.election(),
                counted.organization(),
                entry.effectiveOn(),
                counted.held(),
                counted.elected(),
                entry);
    }

    /** An election that stands. */
    public Optional<ElectionHeld> election(OrganizationId organization, UUID id) {
        return elections(organization).stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** Something recorded that contradicts the rest. */
    public record Contradiction(OrganizationId organization, String code, EntryRef entry) {}

    /** Every contradiction on record about committees. */
    public List<Contradiction> contradictions() {
        return sql.sql("SELECT * FROM register.committee_anomaly ORDER BY organization_id, entry, code")
                .query((row, _) -> new Contradiction(
                        organization(row), row.getString("code"), EntryRef.parse(row.getString("entry"))))
                .list();
    }
}
