package vn.nentang.review;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.store.Reach;

/** Reads what was decided in yearly reviews, as it stands. */
@Component
public final class ReviewResults {

    /**
     * Everyone on the rolls at the end of the year or with a decision; who was decided elsewhere counts there. Whether somebody was
     * is asked for those alone who were not decided here: asked for everybody, it is most of the work. The year goes along with
     * the person: asked for as a number, a year just begun looks empty to the planner, which then reads all of it.
     */
    private static final String EVERYONE = """
            WITH roll AS MATERIALIZED (
                SELECT person_id, cell_id, cast(:year AS integer) AS year
                  FROM register.membership
                 WHERE valid @> :last_day AND cell_id = ANY (:cells)
            ), decided AS MATERIALIZED (
                SELECT cell_id, person_id, category, level, not_classified, allowed, because, decided_on, entry
                  FROM register.member_review
                 WHERE year = :year AND cell_id = ANY (:cells)
            ), open AS MATERIALIZED (
                SELECT * FROM roll WHERE person_id NOT IN (SELECT person_id FROM decided)
            ), everyone AS (
                SELECT * FROM decided
                 UNION ALL
                SELECT cell_id, person_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL
                  FROM open
                 WHERE NOT EXISTS (SELECT
                                     FROM register.member_review elsewhere
                                    WHERE elsewhere.person_id = open.person_id AND elsewhere.year = open.year
                                   OFFSET 0)
            )
            """;

    private final JdbcClient sql;
    private final ReviewYears years;

    public ReviewResults(JdbcClient sql, ReviewYears years) {
        this.sql = sql;
        this.years = years;
    }

    /** How many members of a cell, and of a group of similar position, came out the same. */
    public record MemberCount(
            OrganizationId cell,
            @Nullable String group,
            @Nullable String level,
            @Nullable String notClassified,
            int number) {}

    /** One member and what was decided; all parts null when nothing was recorded. */
    public record MemberResult(
            PersonId person,
            String fullName,
            OrganizationId cell,
            @Nullable String group,
            @Nullable String level,
            @Nullable String notClassified,
            @Nullable String allowed,
            @Nullable String because,
            @Nullable LocalDate decidedOn,
            @Nullable String entry) {}

    /**
     * What stands decided of one member.
     *
     * @param outcome code of a level, or of a reason why there is none
     */
    public record MemberOutcome(OrganizationId cell, PersonId person, String outcome, LocalDate decidedOn) {}

    /** One organisation and what was decided. */
    public record OrganizationResult(
            OrganizationId organization,
            @Nullable String level,
            @Nullable String notClassified,
            @Nullable String allowed,
            @Nullable String because,
            LocalDate decidedOn,
            String entry) {}

    /** How many came out the same. */
    public record OutcomeCount(
            @Nullable String level, @Nullable String notClassified, int number) {}

    /** A raised cap that was decided. */
    public record RaisedCap(OrganizationId organization, BigDecimal limit, String because, String entry) {}

    /** The years with any decision, latest first; for whoever reads. */
    public List<Integer> years() {
        return Reach.whole(() -> sql.sql("""
                        WITH RECURSIVE decided (year) AS (
                            SELECT greatest((SELECT max(year) FROM register.member_review),
                                            (SELECT max(year) FROM register.organization_review))
                             UNION ALL
                            SELECT greatest((SELECT max(m.year) FROM register.member_review m WHERE m.year < d.year),
                                            (SELECT max(o.year) FROM register.organization_review o WHERE o.year < d.year))
                              FROM decided d
                             WHERE d.year IS NOT NULL)
                        SELECT year FROM decided WHERE year IS NOT NULL ORDER BY year DESC
                        """).query((row, _) -> row.getInt(1)).list());
    }

    /** Whole for whoever reads: a figure names nobody, and is the same to everyone who may see it. */
    public List<MemberCount> memberCounts(int year, Collection<OrganizationId> cells) {
        return Reach.whole(() -> sql.sql(EVERYONE + """
                        SELECT cell_id, category, level, not_classified, count(*) AS number
                          FROM everyone
                         GROUP BY cell_id, category, level, not_classified
                        """)
                .param("year", year)
                .param("last_day", years.lastDayOf(year))
                .param("cells", uuids(cells))
                .query((row, _) -> new MemberCount(
                        id(row, "cell_id"),
                        row.getString("category"),
                        row.getString("level"),
                        row.getString("not_classified"),
                        row.getInt("number")))
                .list());
    }

    /** What was decided of members as members of these cells. */
    public List<MemberOutcome> outcomes(int year, Collection<OrganizationId> cells) {
        return sql.sql("""
                        SELECT cell_id, person_id, coalesce(level, not_classified) AS outcome, decided_on
                          FROM register.member_review
                         WHERE year = :year AND cell_id = ANY (:cells)
                        """)
                .param("year", year)
                .param("cells", uuids(cells))
                .query((row, _) -> new MemberOutcome(
                        id(row, "cell_id"),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("outcome"),
                        row.getObject("decided_on", LocalDate.class)))
                .list();
    }

    /** Everyone of these cells with what was decided, in Vietnamese order of names. */
    public List<MemberResult> members(int year, Collection<OrganizationId> cells) {
        return sql.sql(EVERYONE + """
                        SELECT everyone.*, p.full_name
                          FROM everyone
                          JOIN register.person p ON p.person_id = everyone.person_id AND p.valid @> :last_day
                         ORDER BY p.given_name COLLATE "vi-VN-x-icu", p.full_name COLLATE "vi-VN-x-icu", p.person_id
                        """)
                .param("year", year)
                .param("last_day", years.lastDayOf(year))
                .param("cells", uuids(cells))
                .query(ReviewResults::member)
                .list();
    }

    /** What was decided of these organisations; those without a decision are left out. */
    public List<OrganizationResult> organizations(int year, Collection<OrganizationId> ids) {
        return sql.sql("SELECT * FROM register.organization_review WHERE year = :year AND organization_id = ANY (:ids)")
                .param("year", year)
                .param("ids", uuids(ids))
                .query((row, _) -> new OrganizationResult(
                        id(row, "organization_id"),
                        row.getString("level"),
                        row.getString("not_classified"),
                        row.getString("allowed"),
                        row.getString("because"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("entry")))
                .list();
    }

    /** How often each level, or reason for none, was decided of these organisations. */
    public List<OutcomeCount> organizationCounts(int year, Collection<OrganizationId> ids) {
        return sql.sql("""
                        SELECT level, not_classified, count(*) AS number
                          FROM register.organization_review
                         WHERE year = :year AND organization_id = ANY (:ids)
                         GROUP BY level, not_classified
                        """)
                .param("year", year)
                .param("ids", uuids(ids))
                .query((row, _) ->
                        new OutcomeCount(row.getString("level"), row.getString("not_classified"), row.getInt("number")))
                .list();
    }

    public Optional<RaisedCap> raisedCap(int year, OrganizationId organization) {
        return sql.sql("SELECT * FROM register.review_cap WHERE year = :year AND organization_id = :id")
                .param("year", year)
                .param("id", organization.value())
                .query((row, _) -> new RaisedCap(
                        id(row, "organization_id"),
                        row.getBigDecimal("cap_limit"),
                        row.getString("because"),
                        row.getString("entry")))
                .optional();
    }

    /** What was decided of the caps of an organisation for a year. */
    public CapTerms capTerms(int year, OrganizationId organization) {
        return sql.sql("""
                        SELECT EXISTS (SELECT FROM register.review_cap
                                        WHERE year = :year AND organization_id = :id) AS raised,
                               EXISTS (SELECT FROM register.review_cap_measure
                                        WHERE year = :year AND organization_id = :id) AS of_both
                        """)
                .param("year", year)
                .param("id", organization.value())
                .query((row, _) -> new CapTerms(row.getBoolean("raised"), row.getBoolean("of_both")))
                .single();
    }

    /** What was decided of the caps of a year; organisations of which nothing was are left out. */
    public Map<OrganizationId, CapTerms> capTerms(int year, Collection<OrganizationId> ids) {
        return sql
                .sql("""
                        SELECT organization_id, r.entry IS NOT NULL AS raised,
                               m.entry IS NOT NULL AS of_both
                          FROM register.review_cap r
                          FULL JOIN register.review_cap_measure m USING (organization_id, year)
                         WHERE year = :year AND organization_id = ANY (:ids)
                        """)
                .param("year", year)
                .param("ids", uuids(ids))
                .query((row, _) -> Map.entry(
                        id(row, "organization_id"), new CapTerms(row.getBoolean("raised"), row.getBoolean("of_both"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static MemberResult member(ResultSet row, int number) throws SQLException {
        return new MemberResult(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("full_name"),
                id(row, "cell_id"),
                row.getString("category"),
                row.getString("level"),
                row.getString("not_classified"),
                row.getString("allowed"),
                row.getString("because"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("entry"));
    }

    private static OrganizationId id(ResultSet row, String column) throws SQLException {
        return new OrganizationId(row.getObject(column, UUID.class));
    }

    private static UUID[] uuids(Collection<OrganizationId> ids) {
        return ids.stream().map(OrganizationId::value).toArray(UUID[]::new);
    }
}
