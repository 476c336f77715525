package vn.nentang.review.years;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.organization.Organization;
import vn.nentang.review.OrganizationTypes;
import vn.nentang.review.ReviewYears;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.Ruling;

/**
 * What results over several years lead to: whom a cell screens, what the last years say to an appointment, which rewards may
 * be proposed. Lists for those who decide; nothing is decided here. Members are those on the rolls on the year's day, as far
 * as the reader may see them.
 */
@Component
public final class Consequences {

    private static final String SCREENING = "review.screening.failed-years";
    private static final String RECORD = "review.appointment.record-years";
    private static final String REWARD = "review.reward.years";

    private static final String ON_THE_ROLLS = """
            SELECT m.person_id, m.cell_id, p.full_name, p.given_name
              FROM register.membership m
              JOIN register.person p ON p.person_id = m.person_id AND p.valid @> :last_day
             WHERE m.valid @> :last_day AND m.cell_id = ANY (:cells)
            """;

    private static final String BY_NAME =
            "given_name COLLATE \"vi-VN-x-icu\", full_name COLLATE \"vi-VN-x-icu\", person_id";

    private final Rulebook rulebook;
    private final ReviewYears years;
    private final Streaks streaks;
    private final JdbcClient sql;

    public Consequences(Rulebook rulebook, Streaks streaks, JdbcClient sql) {
        this.rulebook = rulebook;
        this.years = new ReviewYears(rulebook);
        this.streaks = streaks;
        this.sql = sql;
    }

    /** A member with the results looked at, latest year first. */
    public record MemberYears(PersonId person, String fullName, OrganizationId cell, List<YearResult> results) {
        public MemberYears {
            results = List.copyOf(results);
        }

        public Optional<YearResult> in(int year) {
            return results.stream().filter(one -> one.year() == year).findFirst();
        }
    }

    /** A member whose last years were all not completed. */
    public record Screened(MemberYears member, Streak failed) {}

    /** Rewards that may be proposed for a member; the longest row decides which. */
    public record MemberProposal(MemberYears member, Streak top, List<Rewards.Reward> rewards) {
        public MemberProposal {
            rewards = List.copyOf(rewards);
        }
    }

    /** The same for an organisation. */
    public record OrganizationProposal(Organization organization, Streak top, List<Rewards.Reward> rewards) {
        public OrganizationProposal {
            rewards = List.copyOf(rewards);
        }
    }

    /**
     * What follows from the results of one year and those before it.
     *
     * @param screening the rule of screening; null where none is in force
     * @param reward the rule of rewards for several years; null where none is in force
     * @param notes what compares across the changes of regime
     */
    public record Table(
            int year,
            LocalDate asOf,
            @Nullable Ruling screening,
            List<Screened> screened,
            @Nullable Ruling reward,
            List<MemberProposal> members,
            List<OrganizationProposal> organizations,
            List<Changes.Note> notes) {
        public Table {
            screened = List.copyOf(screened);
            members = List.copyOf(members);
            organizations = List.copyOf(organizations);
            notes = List.copyOf(notes);
        }
    }

    /**
     * The last years of members for appointments.
     *
     * @param rule how many years count; null where no rule is in force
     * @param years latest first
     */
    public record LastYears(@Nullable Ruling rule, List<Integer> years, List<MemberYears> lines) {
        public LastYears {
            years = List.copyOf(years);
            lines = List.copyOf(lines);
        }
    }

    /** Screening and rewards of an organisation and all below it. */
    public Table of(OrganizationId top, Collection<OrganizationId> cells, int year) {
        return new Making(year).table(top, cells);
    }

    /** Some of the members of these cells, cell by cell and by name in each: how many from which, with their last years. */
    public LastYears lastYears(List<OrganizationId> cells, int year, int from, int rows) {
        return new Making(year).lastYears(cells, from, rows);
    }

    /** How many members are on the roll of each of these cells on the year's day; cells without any are left out. */
    public Map<OrganizationId, Integer> members(Collection<OrganizationId> cells, int year) {
        return new Making(year).members(cells);
    }

    private final class Making {

        private final int year;
        private final LocalDate lastDay;
        private final RulesOn rules;
        private final Changes changes = new Changes(rulebook);
        private final Map<String, Ladder> ladders = new HashMap<>();

        Making(int year) {
            this.year = year;
            this.lastDay = years.lastDayOf(year);
            this.rules = rulebook.on(lastDay);
        }

        Table table(OrganizationId top, Collection<OrganizationId> cells) {
            var screening = rules.findRuling(SCREENING);
            var reward = rules.findRuling(REWARD);
            var back = Math.max(years(screening, 1), years(reward, 1));
            var members = decisive(cells, year - back + 1);
            var table = streaks.of(top, year);
            return new Table(
                    year,
                    lastDay,
                    screening.orElse(null),
                    screening.stream()
                            .flatMap(rule -> screened(members, rule.wholeNumber()))
                            .toList(),
                    reward.orElse(null),
                    members.stream().flatMap(this::proposal).toList(),
                    table.lines().stream().flatMap(this::proposal).toList(),
                    table.notes());
        }

        private static int years(Optional<Ruling> rule, int otherwise) {
            return rule.map(Ruling::wholeNumber).orElse(otherwise);
        }

        private Stream<Screened> screened(List<MemberYears> members, int least) {
            return members.stream()
                    .map(member -> new Screened(member, row(member).upTo(year, this::isLowest)))
                    .filter(one -> one.failed().length() >= least);
        }

        private Stream<MemberProposal> proposal(MemberYears member) {
            var top = row(member).upTo(year, this::isTop);
            var reached = new Rewards(rules).reached(Rewards.Subject.MEMBER, top);
            return reached.isEmpty() ? Stream.empty() : Stream.of(new MemberProposal(member, top, reached));
        }

        private Stream<OrganizationProposal> proposal(Streaks.Line line) {
            var types = new OrganizationTypes(rules);
            var organization = line.organization();
            if (!types.isGrassroots(organization) && !types.isCell(organization)) {
                return Stream.empty();
            }
            var subject = types.isGrassroots(organization) ? Rewards.Subject.GRASSROOTS : Rewards.Subject.CELL;
            var reached = new Rewards(rules).reached(subject, line.top());
            return reached.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new OrganizationProposal(organization, line.top(), reached));
        }

        private YearsInARow row(MemberYears member) {
            return new YearsInARow(member.results(), Integer.MIN_VALUE, changes);
        }

        private boolean isTop(YearResult result) {
            return ladder(result.regime()).top().contains(result.code());
        }

        private boolean isLowest(YearResult result) {
            return ladder(result.regime()).isLowest(result);
        }

        private Ladder ladder(String regime) {
            return ladders.computeIfAbsent(
                    regime,
                    id -> rulebook.findRegime(id)
                            .map(found -> Ladder.of(found, Ladder.MEMBER))
                            .orElse(new Ladder(List.of(), Set.of(), Set.of())));
        }

        /** Those whose last result is the top or the lowest level: for the others nothing follows. */
        private List<MemberYears> decisive(Collection<OrganizationId> cells, int first) {
            var ladder = rules.findRegime().map(regime -> ladder(regime.id()));
            if (ladder.isEmpty()) {
                return List.of();
            }
            var levels = Stream.concat(
                            ladder.get().top().stream(), Stream.of(ladder.get().lowest()))
                    .toArray(String[]::new);
            return gathered(sql.sql("WITH roll AS (" + ON_THE_ROLLS + """
                             AND EXISTS (SELECT FROM register.member_review l
                                          WHERE l.person_id = m.person_id AND l.year = :year AND l.level = ANY (:levels))
                            )
                            SELECT roll.*, r.year, r.regime, r.level, r.not_classified
                              FROM roll
                              JOIN register.member_review r ON r.person_id = roll.person_id
                             WHERE r.year BETWEEN :first AND :year
                             ORDER BY
                            """ + BY_NAME + ", year DESC")
                    .param("last_day", lastDay)
                    .param("cells", uuids(cells))
                    .param("year", year)
                    .param("levels", levels)
                    .param("first", first)
                    .query(Consequences::read)
                    .list());
        }

        LastYears lastYears(List<OrganizationId> cells, int from, int rows) {
            var rule = rules.findRuling(RECORD)
                    .or(() -> rulebook.on(lastDay.plusYears(1)).findRuling(RECORD));
            var count = years(rule, 1);
            var wanted = Stream.iterate(year, one -> one - 1).limit(count).toList();
            return new LastYears(rule.orElse(null), wanted, lines(cells, wanted.getLast(), from, rows));
        }

        private Map<OrganizationId, Integer> members(Collection<OrganizationId> cells) {
            return sql
                    .sql("""
                            SELECT cell_id, count(*) AS number
                              FROM register.membership
                             WHERE valid @> :last_day AND cell_id = ANY (:cells)
                             GROUP BY cell_id
                            """)
                    .param("last_day", lastDay)
                    .param("cells", uuids(cells))
                    .query((row, _) ->
                            Map.entry(new OrganizationId(row.getObject("cell_id", UUID.class)), row.getInt("number")))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        private List<MemberYears> lines(List<OrganizationId> cells, int first, int from, int rows) {
            return gathered(sql.sql("WITH roll AS (SELECT * FROM (" + ON_THE_ROLLS + """
                            ) roll
                              JOIN unnest(cast(:cells AS uuid[])) WITH ORDINALITY AS c (cell_id, place) USING (cell_id)
                             ORDER BY place,
                            """ + BY_NAME + """
                             LIMIT :rows OFFSET :from)
                            SELECT roll.*, r.year, r.regime, r.level, r.not_classified
                              FROM roll
                              LEFT JOIN register.member_review r
                                     ON r.person_id = roll.person_id AND r.year BETWEEN :first AND :year
                             ORDER BY place,
                            """ + BY_NAME
                            + ", year DESC")
                    .param("last_day", lastDay)
                    .param("cells", uuids(cells))
                    .param("year", year)
                    .param("first", first)
                    .param("rows", rows)
                    .param("from", from)
                    .query(Consequences::read)
                    .list());
        }
    }

    private record Found(
            PersonId person,
            String fullName,
            OrganizationId cell,
            @Nullable YearResult result) {}

    private static Found read(ResultSet row, int number) throws SQLException {
        var regime = row.getString("regime");
        return new Found(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("full_name"),
                new OrganizationId(row.getObject("cell_id", UUID.class)),
                regime == null
                        ? null
                        : new YearResult(
                                row.getInt("year"), regime, row.getString("level"), row.getString("not_classified")));
    }

    /** One for each person, in the order of the rows. */
    private static List<MemberYears> gathered(List<Found> rows) {
        var byPerson = new LinkedHashMap<PersonId, List<Found>>();
        rows.forEach(row ->
                byPerson.computeIfAbsent(row.person(), _ -> new ArrayList<>()).add(row));
        return byPerson.values().stream()
                .map(all -> new MemberYears(
                        all.getFirst().person(),
                        all.getFirst().fullName(),
                        all.getFirst().cell(),
                        all.stream()
                                .flatMap(one -> Stream.ofNullable(one.result()))
                                .distinct()
                                .toList()))
                .toList();
    }

    private static UUID[] uuids(Collection<OrganizationId> ids) {
        return ids.stream().map(OrganizationId::value).toArray(UUID[]::new);
    }
}
