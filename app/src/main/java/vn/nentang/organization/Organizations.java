package vn.nentang.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.ledger.Arrivals;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.Withdrawn;

/** Reads organisations on any date, as known now or as known at an instant. */
@Component
public final class Organizations {

    private final JdbcClient sql;
    private final Ledger ledger;
    private final RecentTrees recent;

    public Organizations(JdbcClient sql, Ledger ledger, Arrivals arrivals) {
        this.sql = sql;
        this.ledger = ledger;
        this.recent = new RecentTrees(arrivals, new RowsOn(sql));
    }

    /** All organisations in force on a date, up to the last committed entry. */
    public OrganizationTree treeOn(LocalDate date) {
        return recent.on(date);
    }

    /** The same as far as one organisation and those below it go: all that is read of a nation where somebody asks about a cell. */
    public OrganizationTree treeAround(OrganizationId top, LocalDate date) {
        return recent.around(top, date);
    }

    /** What was believed at an instant about the tree on a date; folded from the ledger. */
    public OrganizationTree treeOn(LocalDate date, @Nullable Instant knownAt) {
        if (knownAt == null) {
            return treeOn(date);
        }
        var subjects = ledger.subjects("organization", knownAt);
        return new OrganizationTree(ledger.histories(subjects, knownAt).stream()
                .map(OrganizationRegister::fold)
                .flatMap(s -> s.periods().stream()
                        .filter(p -> p.during().contains(date))
                        .map(p -> new Organization(
                                s.id(),
                                p.name(),
                                p.type(),
                                p.code(),
                                p.parent(),
                                p.during().from())))
                .toList());
    }

    /** Whether an organisation is another one, or stands anywhere below it. One step of an index for each level. */
    boolean isWithin(OrganizationId one, OrganizationId other, LocalDate on) {
        return sql.sql("""
                        WITH RECURSIVE up (id) AS (
                            SELECT CAST(:one AS uuid)
                            UNION
                            SELECT o.parent_id
                              FROM register.organization o
                              JOIN up ON o.organization_id = up.id
                             WHERE o.valid @> :on AND o.parent_id IS NOT NULL)
                        SELECT EXISTS (SELECT FROM up WHERE id = :other)
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .param("on", on)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    boolean hasBelow(OrganizationId id, LocalDate on) {
        return sql.sql("SELECT EXISTS (SELECT FROM register.organization WHERE parent_id = :id AND valid @> :on)")
                .param("id", id.value())
                .param("on", on)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** The organisation, but for one, that has a code on a date. */
    Optional<OrganizationId> holderOf(String code, OrganizationId but, LocalDate on) {
        return sql.sql("""
                        SELECT organization_id FROM register.organization
                         WHERE code = :code AND valid @> :on AND organization_id <> :but
                         ORDER BY organization_id
                         LIMIT 1
                        """)
                .param("code", code)
                .param("but", but.value())
                .param("on", on)
                .query((row, _) -> new OrganizationId(row.getObject("organization_id", UUID.class)))
                .optional();
    }

    public Optional<Organization> find(OrganizationId id, LocalDate on) {
        return sql.sql("SELECT " + RowsOn.COLUMNS
                        + " FROM register.organization WHERE organization_id = :id AND valid @> :on")
                .param("id", id.value())
                .param("on", on)
                .query(RowsOn::row)
                .optional();
    }

    /** Every period of one organisation, oldest first. */
    public List<Organization> periods(OrganizationId id) {
        return sql.sql("SELECT " + RowsOn.COLUMNS
                        + " FROM register.organization WHERE organization_id = :id ORDER BY valid")
                .param("id", id.value())
                .query(RowsOn::row)
                .list();
    }

    /** From the founding up to the end, as known now; empty where no founding stands. */
    public Optional<DateRange> lifetime(OrganizationId id) {
        return sql.sql("""
                        SELECT min(lower(valid)) AS since,
                               CASE WHEN bool_or(upper_inf(valid)) THEN NULL ELSE max(upper(valid)) END AS until
                          FROM register.organization
                         WHERE organization_id = :id
                        HAVING count(*) > 0
                        """)
                .param("id", id.value())
                .query((row, _) ->
                        new DateRange(row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class)))
                .optional();
    }

    /** The day of founding of each of some organisations, as known now; those never founded are left out. */
    public Map<OrganizationId, LocalDate> founded(Collection<OrganizationId> ids) {
        var founded = new HashMap<OrganizationId, LocalDate>();
        sql.sql("""
                        SELECT organization_id, min(lower(valid)) AS since
                          FROM register.organization
                         WHERE organization_id = ANY (:ids)
                         GROUP BY organization_id
                        """)
                .param("ids", ids.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .query(row -> {
                    founded.put(
                            new OrganizationId(row.getObject("organization_id", UUID.class)),
                            row.getObject("since", LocalDate.class));
                });
        return founded;
    }

    /** Every organisation that ended by a day and named who took it over, as known now, by the day it ended. */
    public List<Succession> successions(LocalDate by) {
        var names = new HashMap<String, String>();
        sql.sql("""
                        SELECT DISTINCT ON (organization_id) organization_id, name, valid
                          FROM register.organization
                         ORDER BY organization_id, valid DESC
                        """).query(row -> {
            var id = new OrganizationId(row.getObject("organization_id", UUID.class));
            names.put(id.subject(), row.getString("name"));
        });
        var ended = sql.sql("""
                        SELECT organization_id
                          FROM register.organization
                         GROUP BY organization_id
                        HAVING NOT bool_or(upper_inf(valid)) AND max(upper(valid)) <= :by
                        """)
                .param("by", by)
                .query((row, _) -> new OrganizationId(row.getObject("organization_id", UUID.class)).subject())
                .list();
        return ledger.histories(ended, null).stream()
                .flatMap(history -> history.of(OrganizationEvent.class).stream())
                .flatMap(entry -> succession(entry, names).stream())
                .sorted(Comparator.comparing(Succession::on).thenComparing(Succession::name))
                .toList();
    }

    private static Optional<Succession> succession(Entry<OrganizationEvent> entry, Map<String, String> names) {
        return entry.event() instanceof OrganizationEvent.Ended(var id, var _, var successors) && !successors.isEmpty()
                ? Optional.of(new Succession(id, names.getOrDefault(id.subject(), ""), entry.effectiveOn(), successors))
                : Optional.empty();
    }

    /** Whether any organisation stands or stood directly below it, as known now. */
    boolean wasParent(OrganizationId id) {
        return sql.sql("SELECT EXISTS (SELECT FROM register.organization WHERE parent_id = :id)")
                .param("id", id.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Every act about an organisation itself, replaced and withdrawn ones included, in fold order. */
    public List<Told> history(OrganizationId id) {
        var said = ledger.everSaid(id.subject());
        var standing = said.standing().entries().stream().map(Entry::ref).collect(Collectors.toSet());
        var all = said.filed();
        var own = all.stream()
                .filter(e -> e.event() instanceof OrganizationEvent)
                .map(Entry::ref)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(e -> own.contains(e.ref()) || takesBack(e, own))
                .map(e -> new Told(e, standing.contains(e.ref())))
                .toList();
    }

    private static boolean takesBack(Entry<?> entry, Collection<EntryRef> own) {
        return entry.event() instanceof Withdrawn && entry.corrects() != null && own.contains(entry.corrects());
    }

    /** One entry about an organisation, and whether it still stands. */
    public record Told(Entry<?> entry, boolean stands) {}

    /**
     * An act that contradicts the others after a late arrival, a correction or a withdrawal.
     *
     * @param name the last known
     */
    public record Contradiction(OrganizationId organization, String name, String code, EntryRef entry) {}

    /** Every contradiction on record, by organisation. */
    public List<Contradiction> contradictions() {
        return contradicting("ORDER BY name, a.organization_id, a.entry", Map.of());
    }

    /** What is on record of one organisation and contradicts the rest. */
    public List<Contradiction> contradictions(OrganizationId organization) {
        return contradicting(
                "WHERE a.organization_id = :organization ORDER BY a.entry",
                Map.of("organization", organization.value()));
    }

    private List<Contradiction> contradicting(String which, Map<String, Object> params) {
        return sql.sql("""
                        SELECT a.organization_id, a.code, a.entry,
                               (SELECT name FROM register.organization o
                                 WHERE o.organization_id = a.organization_id
                                 ORDER BY valid DESC LIMIT 1) AS name
                          FROM register.organization_anomaly a
                        """ + which)
                .params(params)
                .query((row, _) -> new Contradiction(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        Objects.requireNonNullElse(row.getString("name"), ""),
                        row.getString("code"),
                        EntryRef.parse(row.getString("entry"))))
                .list();
    }

    /** The days on which each of these organisations is in force and of one of these types; others are left out. */
    public Map<OrganizationId, List<DateRange>> inForce(Collection<OrganizationId> ids, Collection<String> types) {
        var found = new HashMap<OrganizationId, List<DateRange>>();
        sql.sql("""
                        SELECT organization_id, lower(valid) AS since, upper(valid) AS until
                          FROM register.organization
                         WHERE organization_id = ANY (:ids) AND type = ANY (:types)
                         ORDER BY organization_id, valid
                        """)
                .param("ids", ids.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .param("types", types.toArray(String[]::new))
                .query(row -> {
                    var id = new OrganizationId(row.getObject("organization_id", UUID.class));
                    var days = new DateRange(
                            row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class));
                    found.computeIfAbsent(id, _ -> new ArrayList<>()).add(days);
                });
        return found;
    }

    /** The organisations a word can mean on a date: an id, a code, or a name without regard to accents and case. */
    public List<Organization> named(String word, LocalDate on) {
        return sql.sql("SELECT " + RowsOn.COLUMNS + """
                         FROM register.organization
                        WHERE valid @> :on
                          AND (organization_id = :id OR code = :word OR folded_name = :folded)
                        ORDER BY code, name
                        """)
                .param("on", on)
                .param("id", uuid(word).orElse(null), java.sql.Types.OTHER)
                .param("word", word.strip())
                .param("folded", VietnameseText.folded(word))
                .query(RowsOn::row)
                .list();
    }

    private static Optional<UUID> uuid(String word) {
        try {
            return Optional.of(UUID.fromString(word.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
