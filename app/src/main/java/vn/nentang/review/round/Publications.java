package vn.nentang.review.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.review.round.RoundEvent.PublishedLevel;
import vn.nentang.review.round.RoundEvent.ResultsPublished;

/** The levels of a year that may be made public (công khai kết quả), and what was made public of them: when, where, how. */
@Component
public final class Publications {

    private final JdbcClient sql;

    public Publications(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A decided level as it counts now, beside what was made public of it last.
     *
     * @param person null for the organisation itself
     * @param name of the member; empty for the organisation itself
     * @param outcome code of a level, or of a reason why there is none
     * @param published null where nothing was made public
     * @param answeredOn the day an objection was answered; null where there was none
     */
    public record Level(
            OrganizationId organization,
            @Nullable PersonId person,
            String name,
            String outcome,
            LocalDate decidedOn,
            @Nullable String published,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate answeredOn) {

        /** Whether what counts now was not made public yet. */
        public boolean isDue() {
            return !outcome.equals(published);
        }

        /** Whether something else was made public than counts now. */
        public boolean isChanged() {
            return published != null && isDue();
        }
    }

    /** Organisations in the order asked for, those decided; then the members of each by name; within the reader's rows. */
    public List<Level> levels(int year, Collection<OrganizationId> ids, LocalDate on) {
        return Stream.concat(organizations(year, ids).stream(), members(year, ids, on).stream())
                .toList();
    }

    private List<Level> organizations(int year, Collection<OrganizationId> ids) {
        return sql.sql("""
                        SELECT r.organization_id, NULL::uuid AS person_id, '' AS name,
                               coalesce(r.level, r.not_classified) AS outcome, r.decided_on, d.published, d.published_on,
                               NULL::date AS answered_on
                          FROM register.organization_review r
                          LEFT JOIN register.review_dossier d USING (organization_id, year)
                         WHERE r.year = :year AND r.organization_id = ANY (:ids)
                         ORDER BY array_position(:ids, r.organization_id)
                        """)
                .param("year", year)
                .param("ids", uuids(ids))
                .query(Publications::level)
                .list();
    }

    private List<Level> members(int year, Collection<OrganizationId> cells, LocalDate on) {
        return sql.sql("""
                        SELECT r.cell_id AS organization_id, r.person_id, p.full_name AS name,
                               coalesce(r.level, r.not_classified) AS outcome, r.decided_on, f.published, f.published_on,
                               f.answered_on
                          FROM register.member_review r
                          JOIN register.person p ON p.person_id = r.person_id AND p.valid @> :on
                          LEFT JOIN register.review_file f
                                 ON f.person_id = r.person_id AND f.year = r.year AND f.cell_id = r.cell_id
                         WHERE r.year = :year AND r.cell_id = ANY (:ids)
                         ORDER BY array_position(:ids, r.cell_id), p.given_name COLLATE "vi-VN-x-icu",
                                  p.full_name COLLATE "vi-VN-x-icu", p.person_id
                        """)
                .param("year", year)
                .param("on", on)
                .param("ids", uuids(cells))
                .query(Publications::level)
                .list();
    }

    private static Level level(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        return new Level(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                person == null ? null : new PersonId(person),
                row.getString("name"),
                row.getString("outcome"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("published"),
                row.getObject("published_on", LocalDate.class),
                row.getObject("answered_on", LocalDate.class));
    }

    /**
     * One time that something was made public.
     *
     * @param manner code of the list {@code publication-manner}
     * @param number of the paper; null where none was given
     * @param author the account that recorded it
     * @param organizations of how many organisations the own level
     * @param members of how many members
     */
    public record Publication(
            LocalDate on,
            String manner,
            String where,
            @Nullable String number,
            String author,
            int organizations,
            int members) {}

    /** All of these organisations in a year, by day; names no member. */
    public List<Publication> of(int year, Collection<OrganizationId> ids) {
        return sql.sql("""
                        SELECT published_on, manner, place, number, author, count(outcome) AS organizations, sum(members) AS members
                          FROM register.review_publication
                         WHERE year = :year AND organization_id = ANY (:ids)
                         GROUP BY published_on, manner, place, number, author
                         ORDER BY published_on, min(entry)
                        """)
                .param("year", year)
                .param("ids", uuids(ids))
                .query((row, _) -> new Publication(
                        row.getObject("published_on", LocalDate.class),
                        row.getString("manner"),
                        row.getString("place"),
                        row.getString("number"),
                        row.getString("author"),
                        row.getInt("organizations"),
                        row.getInt("members")))
                .list();
    }

    /** How a publication is done. */
    public record Manner(String code, String where) {}

    /** What a committee would make public of one organisation's papers; empty where nothing new is decided. */
    public static Optional<ResultsPublished> due(Place place, Manner manner) {
        var outcomes = place.outcomes();
        var isDue = !Objects.equals(place.outcome(), publishedOf(place))
                || outcomes.entrySet().stream()
                        .anyMatch(one -> place.dossier()
                                .published(one.getKey())
                                .filter(level -> level.outcome().equals(one.getValue()))
                                .isEmpty());
        var members = outcomes.entrySet().stream()
                .map(one -> new PublishedLevel(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(level -> level.person().toString()))
                .toList();
        return isDue
                ? Optional.of(new ResultsPublished(
                        place.organization().id(),
                        place.year(),
                        place.competent().id(),
                        manner.code(),
                        manner.where(),
                        place.outcome(),
                        members))
                : Optional.empty();
    }

    private static @Nullable String publishedOf(Place place) {
        return place.dossier().published().map(made -> made.event().outcome()).orElse(null);
    }

    private static UUID[] uuids(Collection<OrganizationId> ids) {
        return ids.stream().map(OrganizationId::value).toArray(UUID[]::new);
    }
}
