package vn.nentang.review.round;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Ledger;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.organization.Organizations;
import vn.nentang.review.OrganizationTypes;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.round.RoundEvent.Item;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.store.Reach;

/** Gathers what stands around the papers of organisations in a year. Whole, whoever reads: what is shown is the page's care. */
@Component
public final class Places {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Ledger ledger;
    private final Organizations organizations;
    private final Rosters rosters;
    private final ReviewResults results;
    private final Rulebook rulebook;
    private final ReviewYears years;
    private final JdbcClient sql;

    public Places(
            Ledger ledger,
            Organizations organizations,
            Rosters rosters,
            ReviewResults results,
            Rulebook rulebook,
            JdbcClient sql) {
        this.ledger = ledger;
        this.organizations = organizations;
        this.rosters = rosters;
        this.results = results;
        this.rulebook = rulebook;
        this.years = new ReviewYears(rulebook);
        this.sql = sql;
    }

    /** Empty for what is not in force on the year's day, is not reviewed, or lies in a year without a regime. */
    public Optional<Place> find(OrganizationId id, int year) {
        return of(List.of(id), year).stream().findFirst();
    }

    /** Those of the organisations that are reviewed, in the order asked for. */
    public List<Place> of(Collection<OrganizationId> ids, int year) {
        return Reach.whole(() -> new Opening(organizations.treeOn(years.lastDayOf(year)), year).places(ids));
    }

    /** Who decides on an organisation, and who appraises before that, lowest first. */
    public record Way(Organization competent, List<Organization> appraisers) {
        public Way {
            appraisers = List.copyOf(appraisers);
        }
    }

    /** For every organisation asked for that is in force on the year's day. */
    public Map<OrganizationId, Way> ways(int year, Collection<OrganizationId> ids) {
        var day = years.lastDayOf(year);
        var tree = organizations.treeOn(day);
        var competence = new Competence(tree, new OrganizationTypes(rulebook.on(day)));
        return ids.stream()
                .flatMap(id -> tree.find(id).stream())
                .collect(Collectors.toMap(
                        Organization::id, o -> new Way(competence.decider(o).orElse(o), competence.appraisers(o))));
    }

    /** Whether any committee opened a round of a year. */
    public boolean hasRounds(int year) {
        return sql.sql("SELECT EXISTS (SELECT FROM register.review_round WHERE year = :year)")
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    /** The round that covers an organisation in a year: its own, or that of the nearest above which opened one. */
    public Optional<Round> round(OrganizationId id, int year) {
        return Reach.whole(() -> new Opening(organizations.treeOn(years.lastDayOf(year)), year).round(id));
    }

    /** Places of one year while they are opened: tree, rounds and sheets are read once. */
    private final class Opening {

        private final OrganizationTree tree;
        private final int year;
        private final RulesOn rules;
        private final OrganizationTypes types;
        private final Competence competence;
        private final Map<OrganizationId, Optional<Round>> rounds = new HashMap<>();

        Opening(OrganizationTree tree, int year) {
            this.tree = tree;
            this.year = year;
            this.rules = rulebook.on(years.lastDayOf(year));
            this.types = new OrganizationTypes(rules);
            this.competence = new Competence(tree, types);
        }

        List<Place> places(Collection<OrganizationId> ids) {
            var regime = rules.findRegime();
            var found = ids.stream()
                    .flatMap(id -> tree.find(id).stream())
                    .filter(o -> types.kind(o).isPresent())
                    .toList();
            if (regime.isEmpty() || found.isEmpty()) {
                return List.of();
            }
            var dossiers = dossiers(found);
            return found.stream()
                    .map(o -> place(o, regime.get(), Objects.requireNonNull(dossiers.get(o.id()))))
                    .toList();
        }

        private Map<OrganizationId, Dossier> dossiers(List<Organization> of) {
            var subjects = of.stream()
                    .collect(Collectors.toMap(o -> RoundEvents.dossierOf(o.id(), year), Function.identity()));
            return ledger.histories(subjects.keySet(), null).stream()
                    .collect(Collectors.toMap(
                            history -> Objects.requireNonNull(subjects.get(history.subject()))
                                    .id(),
                            history -> Dossier.fold(
                                    Objects.requireNonNull(subjects.get(history.subject()))
                                            .id(),
                                    year,
                                    history.of(RoundEvent.class))));
        }

        private Place place(Organization organization, RegimeOn regime, Dossier dossier) {
            var isCell = types.isCell(organization);
            var below = tree.below(organization.id()).stream()
                    .filter(o -> types.kind(o).isPresent())
                    .toList();
            var decided = outcomes(Stream.concat(Stream.of(organization), below.stream()));
            return new Place(
                    organization,
                    year,
                    types.kind(organization).orElseThrow(),
                    rules,
                    regime,
                    round(organization.id()).orElse(null),
                    dossier,
                    isCell ? roll(organization.id()) : Map.of(),
                    isCell ? outcomesOfMembers(organization.id()) : Map.of(),
                    decided.get(organization.id()),
                    below,
                    below.stream().filter(o -> !decided.containsKey(o.id())).toList(),
                    competence.decider(organization).orElse(null),
                    competence.appraisers(organization),
                    sheets(organization.id()));
        }

        private Map<OrganizationId, String> outcomes(Stream<Organization> of) {
            var ids = of.map(Organization::id).toList();
            return results.organizations(year, ids).stream()
                    .collect(Collectors.toMap(
                            ReviewResults.OrganizationResult::organization,
                            r -> Objects.requireNonNull(r.level() == null ? r.notClassified() : r.level())));
        }

        private Map<PersonId, RosterLine> roll(OrganizationId cell) {
            var roll = new LinkedHashMap<PersonId, RosterLine>();
            rosters.of(List.of(cell), rules.date()).forEach(line -> roll.put(line.person(), line));
            return roll;
        }

        private Map<PersonId, String> outcomesOfMembers(OrganizationId cell) {
            return results.members(year, List.of(cell)).stream()
                    .filter(result -> result.entry() != null)
                    .collect(Collectors.toMap(
                            ReviewResults.MemberResult::person,
                            r -> Objects.requireNonNull(r.level() == null ? r.notClassified() : r.level())));
        }

        Optional<Round> round(OrganizationId id) {
            var path = tree.path(id).stream().map(Organization::id).toList();
            var opened = sql.sql(
                            "SELECT organization_id FROM register.review_round WHERE year = :year AND organization_id = ANY (:ids)")
                    .param("year", year)
                    .param("ids", path.stream().map(OrganizationId::value).toArray(UUID[]::new))
                    .query((row, _) -> new OrganizationId(row.getObject(1, UUID.class)))
                    .set();
            return path.reversed().stream()
                    .filter(opened::contains)
                    .findFirst()
                    .flatMap(nearest -> rounds.computeIfAbsent(nearest, this::opened));
        }

        private Optional<Round> opened(OrganizationId by) {
            return Round.fold(ledger.history(RoundEvents.roundOf(by, year)).of(RoundEvent.class));
        }

        /** The sheet of the nearest organisation that set one, from the latest year it set it. */
        private Map<String, List<Item>> sheets(OrganizationId id) {
            var sheets = new HashMap<String, List<Item>>();
            tree.path(id).reversed().stream()
                    .map(Organization::id)
                    .forEach(above -> sheetsSetBy(above).forEach(sheets::putIfAbsent));
            return sheets;
        }

        private final Map<OrganizationId, Map<String, List<Item>>> sheetsSet = new HashMap<>();

        private Map<String, List<Item>> sheetsSetBy(OrganizationId organization) {
            return sheetsSet.computeIfAbsent(organization, this::readSheets);
        }

        private Map<String, List<Item>> readSheets(OrganizationId organization) {
            var sheets = new HashMap<String, List<Item>>();
            sql.sql("""
                            SELECT DISTINCT ON (kind) kind, items FROM register.review_sheet
                             WHERE organization_id = :id AND year <= :year ORDER BY kind, year DESC
                            """).param("id", organization.value()).param("year", year).query(row -> {
                sheets.put(row.getString("kind"), items(row.getString("items")));
            });
            return sheets;
        }
    }

    private static List<Item> items(@Nullable String json) {
        return JSON.readValue(json, new TypeReference<List<Item>>() {});
    }
}
