package vn.nentang.review.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.review.round.RoundEvent.Votes;
import vn.nentang.store.Reach;

/** What is proposed of members and how far papers have come, for many organisations at once, from the registers. */
@Component
public final class Waiting {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient sql;

    public Waiting(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * One member's papers, and what was decided.
     *
     * @param group code of a group of the round; null before a self-review was handed in
     * @param proposed code of a level or of a reason; null before the cell met
     * @param outcome what was decided; null before that
     */
    public record Proposed(
            PersonId person,
            String fullName,
            OrganizationId cell,
            @Nullable String kind,
            @Nullable String group,
            Map<String, String> facts,
            @Nullable String proposed,
            @Nullable String because,
            List<Votes> votes,
            @Nullable String outcome) {
        public Proposed {
            facts = Map.copyOf(facts);
            votes = List.copyOf(votes);
        }
    }

    /** Everyone these cells' meetings spoke of, by cell and in order of names; within the reader's rows. */
    public List<Proposed> proposed(int year, Collection<OrganizationId> cells, LocalDate on) {
        return sql.sql("""
                        SELECT f.person_id, p.full_name, f.cell_id, f.kind, f.category, f.facts, f.proposed, f.because, f.votes,
                               coalesce(r.level, r.not_classified) AS outcome
                          FROM register.review_file f
                          JOIN register.person p ON p.person_id = f.person_id AND p.valid @> :on
                          LEFT JOIN register.member_review r ON r.person_id = f.person_id AND r.year = f.year
                         WHERE f.year = :year AND f.cell_id = ANY (:cells)
                         ORDER BY array_position(:cells, f.cell_id),
                                  p.given_name COLLATE "vi-VN-x-icu", p.full_name COLLATE "vi-VN-x-icu", p.person_id
                        """)
                .param("year", year)
                .param("on", on)
                .param("cells", uuids(cells))
                .query(Waiting::proposed)
                .list();
    }

    private static Proposed proposed(ResultSet row, int number) throws SQLException {
        return new Proposed(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("full_name"),
                new OrganizationId(row.getObject("cell_id", UUID.class)),
                row.getString("kind"),
                row.getString("category"),
                JSON.readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {}),
                row.getString("proposed"),
                row.getString("because"),
                JSON.readValue(row.getString("votes"), new TypeReference<List<Votes>>() {}),
                row.getString("outcome"));
    }

    /** How far one organisation's papers have come. */
    public record Progress(
            @Nullable LocalDate reviewedOn,
            @Nullable LocalDate metOn,
            Dossier.Stage stage,
            @Nullable LocalDate stageOn,
            List<OrganizationId> appraisers,
            int selfReviews) {

        static final Progress NOTHING = new Progress(null, null, Dossier.Stage.COLLECTING, null, List.of(), 0);

        public Progress {
            appraisers = List.copyOf(appraisers);
        }
    }

    /** For every organisation asked for; whole for whoever reads, since it names nobody. */
    public Map<OrganizationId, Progress> progress(int year, Collection<OrganizationId> organizations) {
        var found = new HashMap<OrganizationId, Progress>();
        organizations.forEach(id -> found.put(id, Progress.NOTHING));
        Reach.whole(() -> {
            sql.sql("SELECT * FROM register.review_dossier WHERE year = :year AND organization_id = ANY (:ids)")
                    .param("year", year)
                    .param("ids", uuids(organizations))
                    .query(row -> {
                        found.put(new OrganizationId(row.getObject("organization_id", UUID.class)), progress(row));
                    });
            return found;
        });
        return found;
    }

    private static Progress progress(ResultSet row) throws SQLException {
        var appraisers = new ArrayList<OrganizationId>();
        for (var id : (UUID[]) row.getArray("appraisers").getArray()) {
            appraisers.add(new OrganizationId(id));
        }
        return new Progress(
                row.getObject("reviewed_on", LocalDate.class),
                row.getObject("met_on", LocalDate.class),
                Dossier.Stage.valueOf(row.getString("stage")),
                row.getObject("stage_on", LocalDate.class),
                appraisers,
                row.getInt("self_reviews"));
    }

    /** How many members of a cell were decided, and how many were told and object. */
    public record Told(int decided, int notified, int objections) {}

    /** By cell; cells without papers are left out. Whole for whoever reads. */
    public Map<OrganizationId, Told> told(int year, Collection<OrganizationId> cells) {
        var found = new LinkedHashMap<OrganizationId, Told>();
        Reach.whole(() -> {
            sql.sql("""
                            SELECT f.cell_id, count(r.person_id) AS decided, count(f.notified_on) AS notified,
                                   count(f.objected_on) FILTER (WHERE f.answered_on IS NULL) AS objections
                              FROM register.review_file f
                              LEFT JOIN register.member_review r ON r.person_id = f.person_id AND r.year = f.year
                             WHERE f.year = :year AND f.cell_id = ANY (:cells)
                             GROUP BY f.cell_id
                            """).param("year", year).param("cells", uuids(cells)).query(row -> {
                found.put(
                        new OrganizationId(row.getObject("cell_id", UUID.class)),
                        new Told(row.getInt("decided"), row.getInt("notified"), row.getInt("objections")));
            });
            return found;
        });
        return found;
    }

    /** How many stand on a level in each group of the round among all decided members of these cells. */
    public Map<String, Map<String, Integer>> decidedByGroup(int year, Collection<OrganizationId> cells) {
        var found = new HashMap<String, Map<String, Integer>>();
        Reach.whole(() -> {
            sql.sql("""
                            SELECT coalesce(category, '') AS category, level, count(*) AS number
                              FROM register.member_review
                             WHERE year = :year AND cell_id = ANY (:cells) AND level IS NOT NULL
                             GROUP BY category, level
                            """).param("year", year).param("cells", uuids(cells)).query(row -> {
                Objects.requireNonNull(found.computeIfAbsent(row.getString("category"), _ -> new HashMap<>()))
                        .put(row.getString("level"), row.getInt("number"));
            });
            return found;
        });
        return found;
    }

    private static UUID[] uuids(Collection<OrganizationId> ids) {
        return ids.stream().map(OrganizationId::value).toArray(UUID[]::new);
    }
}
