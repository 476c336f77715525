package vn.nentang.review.years;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.organization.Succession;
import vn.nentang.review.OrganizationTypes;
import vn.nentang.review.ReviewYears;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Reach;

/**
 * Years in a row on the top level, and on a good level or better, of every organisation; computed from the decisions that
 * stand. A row belongs to one organisation: who takes over another begins anew, and what the other had is told beside it.
 */
@Component
public final class Streaks {

    private final Organizations organizations;
    private final Rulebook rulebook;
    private final ReviewYears years;
    private final JdbcClient sql;

    public Streaks(Organizations organizations, Rulebook rulebook, JdbcClient sql) {
        this.organizations = organizations;
        this.rulebook = rulebook;
        this.years = new ReviewYears(rulebook);
        this.sql = sql;
    }

    /**
     * One organisation.
     *
     * @param results latest year first, up to the year asked for
     * @param predecessors those it took over, with what they had when they ended
     */
    public record Line(
            Organization organization,
            List<YearResult> results,
            Streak top,
            Streak good,
            List<Predecessor> predecessors) {
        public Line {
            results = List.copyOf(results);
            predecessors = List.copyOf(predecessors);
        }
    }

    /** An organisation that was taken over, and its rows up to its last result. */
    public record Predecessor(OrganizationId organization, String name, LocalDate endedOn, Streak top, Streak good) {}

    /**
     * All of a subtree in one year.
     *
     * @param asOf the day on which the year is judged
     * @param notes what compares across the changes of regime that lie among these results
     */
    public record Table(int year, LocalDate asOf, List<Line> lines, List<Changes.Note> notes) {
        public Table {
            lines = List.copyOf(lines);
            notes = List.copyOf(notes);
        }
    }

    /** Every organisation below, and itself, that is reviewed as one; on the tree of the year's day. */
    public Table of(OrganizationId top, int year) {
        return Reach.whole(() -> new Making(year).table(top));
    }

    private final class Making {

        private final int year;
        private final LocalDate lastDay;
        private final OrganizationRows rows = new OrganizationRows(rulebook);

        Making(int year) {
            this.year = year;
            this.lastDay = years.lastDayOf(year);
        }

        Table table(OrganizationId top) {
            var types = new OrganizationTypes(rulebook.on(lastDay));
            var reviewed = organizations.treeAround(top, lastDay).subtree(top).stream()
                    .filter(one -> types.kind(one).isPresent())
                    .toList();
            var ids = reviewed.stream().map(Organization::id).collect(Collectors.toSet());
            var successions = organizations.successions(lastDay).stream()
                    .filter(one -> one.successors().stream().anyMatch(ids::contains))
                    .toList();
            var everyone = new ArrayList<>(ids);
            successions.forEach(one -> everyone.add(one.ended()));
            var results = results(everyone);
            var founded = organizations.founded(everyone);
            var takenOver = new HashMap<OrganizationId, List<Succession>>();
            successions.forEach(one -> one.successors()
                    .forEach(by -> takenOver
                            .computeIfAbsent(by, _ -> new ArrayList<>())
                            .add(one)));
            return new Table(
                    year,
                    lastDay,
                    reviewed.stream()
                            .map(one -> line(one, results, founded, takenOver.getOrDefault(one.id(), List.of())))
                            .toList(),
                    rows.changes().among(regimes(results, ids)));
        }

        private Line line(
                Organization organization,
                Map<OrganizationId, List<YearResult>> results,
                Map<OrganizationId, LocalDate> founded,
                List<Succession> takenOver) {
            var id = organization.id();
            var own = results.getOrDefault(id, List.of());
            var row = row(own, founded.get(id));
            return new Line(
                    organization,
                    own,
                    row.upTo(year, rows::isTop),
                    row.upTo(year, rows::isGood),
                    takenOver.stream()
                            .map(one -> predecessor(one, results, founded))
                            .toList());
        }

        private Predecessor predecessor(
                Succession ended,
                Map<OrganizationId, List<YearResult>> results,
                Map<OrganizationId, LocalDate> founded) {
            var own = results.getOrDefault(ended.ended(), List.of());
            var row = row(own, founded.get(ended.ended()));
            var last = own.isEmpty() ? ended.on().getYear() - 1 : own.getFirst().year();
            return new Predecessor(
                    ended.ended(), ended.name(), ended.on(), row.upTo(last, rows::isTop), row.upTo(last, rows::isGood));
        }

        private YearsInARow row(List<YearResult> results, @Nullable LocalDate founded) {
            return rows.row(results, founded == null ? Integer.MIN_VALUE : founded.getYear());
        }

        private Map<OrganizationId, List<YearResult>> results(Collection<OrganizationId> ids) {
            return sql
                    .sql("""
                            SELECT organization_id, year, regime, level, not_classified
                              FROM register.organization_review
                             WHERE organization_id = ANY (:ids) AND year <= :year
                             ORDER BY year DESC
                            """)
                    .param("ids", ids.stream().map(OrganizationId::value).toArray(UUID[]::new))
                    .param("year", year)
                    .query(Streaks::read)
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(
                            Found::organization, Collectors.mapping(Found::result, Collectors.toList())));
        }
    }

    private record Found(OrganizationId organization, YearResult result) {}

    private static Found read(ResultSet row, int number) throws SQLException {
        return new Found(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new YearResult(
                        row.getInt("year"),
                        row.getString("regime"),
                        row.getString("level"),
                        row.getString("not_classified")));
    }

    private static Set<String> regimes(Map<OrganizationId, List<YearResult>> results, Set<OrganizationId> ids) {
        return results.entrySet().stream()
                .filter(one -> ids.contains(one.getKey()))
                .flatMap(one -> one.getValue().stream())
                .map(YearResult::regime)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
