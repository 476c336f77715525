package vn.nentang.review.round;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private final Circumstances circumstances;
    private final Rulebook rulebook;
    private final ReviewYears years;
    private final JdbcClient sql;

    public Places(
            Ledger ledger,
            Organizations organizations,
            Rosters rosters,
            ReviewResults results,
            Circumstances circumstances,
            Rulebook rulebook,
            JdbcClient sql) {
        this.ledger = ledger;
        this.organizations = organizations;
        this.rosters = rosters;
        this.results = results;
        this.circumstances = circumstances;
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

    /** Whose papers a committee decides on, in the order of the tree; itself too where nobody stands above. */
    public List<Organization> decidedBy(OrganizationId committee, int year) {
        var day = years.lastDayOf(year);
        var tree = organizations.treeOn(day);
        var types = new OrganizationTypes(rulebook.on(day));
        var competence = new Competence(tree, types);
        return tree.subtree(committee).stream()
                .filter(o -> types.kind(o).isPresent())
                .filter(o -> competence.decider(o).orElse(o).id().equals(committee))
                .toList();
    }

    /**
     * The papers that members on a cell's roll handed in at another cell this year, before a merger or a move; for those of
     * whom this cell has none. The latest counts.
     */
    public Map<PersonId, Dossier.File> handedInElsewhere(Place place) {
        var lacking = place.roll().keySet().stream()
                .filter(person -> place.dossier().file(person).selfReview() == null)
                .toList();
        return Reach.whole(() -> {
            var found = new LinkedHashMap<PersonId, Dossier.File>();
            sql.sql("""
                            SELECT person_id, cell_id FROM register.review_file
                             WHERE year = :year AND person_id = ANY (:ids) AND cell_id <> :cell AND reviewed_on IS NOT NULL
                             ORDER BY reviewed_on, cell_id
                            """)
                    .param("year", place.year())
                    .param("ids", lacking.stream().map(PersonId::value).toArray(UUID[]::new))
                    .param("cell", place.organization().id().value())
                    .query((row, _) -> Map.entry(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            new OrganizationId(row.getObject("cell_id", UUID.class))))
                    .list()
                    .forEach(file -> found.put(
                            file.getKey(),
                            dossier(file.getValue(), place.year()).file(file.getKey())));
            return found;
        });
    }

    private Dossier dossier(OrganizationId organization, int year) {
        return Dossier.fold(
                organization,
                year,
                ledger.history(RoundEvents.dossierOf(organization, year)).of(RoundEvent.class));
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

    /** Places of one year while they are opened: each register is read once for all of them. */
    private final class Opening {

        private final OrganizationTree tree;
        private final int year;
        private final RulesOn rules;
        private final OrganizationTypes types;
        private final Competence competence;

        Opening(OrganizationTree tree, int year) {
            this.tree = tree;
            this.year = year;
            this.rules = rulebook.on(years.lastDayOf(year));
            this.types = new OrganizationTypes(rules);
            this.competence = new Competence(tree, types);
        }

        List<Place> places(Collection<OrganizationId> ids) {
            var found = ids.stream()
                    .distinct()
                    .flatMap(id -> tree.find(id).stream())
                    .filter(o -> types.kind(o).isPresent())
                    .toList();
            return rules.findRegime()
                    .filter(_ -> !found.isEmpty())
                    .map(regime -> {
                        var around = new Around(found);
                        return found.stream()
                                .map(one -> place(one, regime, around))
                                .toList();
                    })
                    .orElse(List.of());
        }

        private Place place(Organization organization, RegimeOn regime, Around around) {
            var id = organization.id();
            var below = below(organization);
            return new Place(
                    organization,
                    year,
                    types.kind(organization).orElseThrow(),
                    rules,
                    regime,
                    around.round(id).orElse(null),
                    Objects.requireNonNull(around.dossiers.get(id)),
                    around.rolls.getOrDefault(id, Map.of()),
                    around.circumstances.getOrDefault(id, Map.of()),
                    around.members.getOrDefault(id, Map.of()),
                    around.decided.get(id),
                    around.decidedOn.get(id),
                    below,
                    below.stream()
                            .filter(o -> !around.decided.containsKey(o.id()))
                            .toList(),
                    competence.decider(organization).orElse(null),
                    competence.appraisers(organization),
                    around.sheets(id));
        }

        private List<Organization> below(Organization organization) {
            return tree.below(organization.id()).stream()
                    .filter(o -> types.kind(o).isPresent())
                    .toList();
        }

        Optional<Round> round(OrganizationId id) {
            return new Rounds(List.of(id)).of(id);
        }

        /** What the registers and the ledger say of some organisations, of those below them and of those above. */
        private final class Around {

            private final Map<OrganizationId, Dossier> dossiers;
            private final Map<OrganizationId, String> decided;
            private final Map<OrganizationId, LocalDate> decidedOn = new HashMap<>();
            private final Map<OrganizationId, Map<PersonId, RosterLine>> rolls = new HashMap<>();
            private final Map<OrganizationId, Map<PersonId, Set<String>>> circumstances;
            private final Map<OrganizationId, Map<PersonId, String>> members = new HashMap<>();
            private final Map<OrganizationId, Map<String, List<Item>>> sheets;
            private final Rounds rounds;

            Around(List<Organization> found) {
                var ids = found.stream().map(Organization::id).toList();
                var cells = found.stream()
                        .filter(types::isCell)
                        .map(Organization::id)
                        .toList();
                this.dossiers = dossiers(ids);
                this.decided = decided(found);
                this.rounds = new Rounds(ids);
                this.sheets = sheetsSetBy(above(ids));
                rosters.ofEach(cells, rules.date()).forEach((cell, lines) -> {
                    var roll = rolls.computeIfAbsent(cell, _ -> new LinkedHashMap<>());
                    lines.forEach(line -> roll.put(line.person(), line));
                });
                this.circumstances = told(rolls);
                results.outcomes(year, cells).forEach(one -> {
                    Objects.requireNonNull(members.computeIfAbsent(one.cell(), _ -> new LinkedHashMap<>()))
                            .put(one.person(), one.outcome());
                    decidedOn.merge(one.cell(), one.decidedOn(), Places::later);
                });
            }

            private Map<OrganizationId, Map<PersonId, Set<String>>> told(
                    Map<OrganizationId, Map<PersonId, RosterLine>> of) {
                var persons = new HashMap<OrganizationId, Set<PersonId>>();
                of.forEach((cell, roll) -> persons.put(cell, roll.keySet()));
                return Places.this.circumstances.of(persons, tree, rules.date());
            }

            private Map<OrganizationId, Dossier> dossiers(List<OrganizationId> ids) {
                var subjects = ids.stream().collect(Collectors.toMap(id -> RoundEvents.dossierOf(id, year), id -> id));
                return ledger.histories(subjects.keySet(), null).stream()
                        .map(history -> Dossier.fold(
                                Objects.requireNonNull(subjects.get(history.subject())),
                                year,
                                history.of(RoundEvent.class)))
                        .collect(Collectors.toMap(Dossier::organization, dossier -> dossier));
            }

            private Map<OrganizationId, String> decided(List<Organization> found) {
                var ids = found.stream()
                        .flatMap(o -> Stream.concat(Stream.of(o), below(o).stream()))
                        .map(Organization::id)
                        .distinct()
                        .toList();
                var all = results.organizations(year, ids);
                all.forEach(one -> decidedOn.merge(one.organization(), one.decidedOn(), Places::later));
                return all.stream()
                        .collect(Collectors.toMap(
                                ReviewResults.OrganizationResult::organization,
                                r -> Objects.requireNonNull(r.level() == null ? r.notClassified() : r.level())));
            }

            Optional<Round> round(OrganizationId id) {
                return rounds.of(id);
            }

            /** The sheet of the nearest organisation that set one, from the latest year it set it. */
            Map<String, List<Item>> sheets(OrganizationId id) {
                var all = new HashMap<String, List<Item>>();
                tree.path(id).reversed().stream()
                        .map(above -> sheets.getOrDefault(above.id(), Map.of()))
                        .forEach(set -> set.forEach(all::putIfAbsent));
                return all;
            }
        }

        private List<OrganizationId> above(Collection<OrganizationId> ids) {
            return ids.stream()
                    .flatMap(id -> tree.path(id).stream())
                    .map(Organization::id)
                    .distinct()
                    .toList();
        }

        /** The rounds that cover some organisations. */
        private final class Rounds {

            private final Map<OrganizationId, Round> opened = new HashMap<>();

            Rounds(Collection<OrganizationId> ids) {
                var by = sql.sql("""
                                SELECT organization_id FROM register.review_round
                                 WHERE year = :year AND organization_id = ANY (:ids)
                                """)
                        .param("year", year)
                        .param("ids", uuids(above(ids)))
                        .query((row, _) -> RoundEvents.roundOf(new OrganizationId(row.getObject(1, UUID.class)), year))
                        .list();
                ledger.histories(by, null).stream()
                        .flatMap(history -> Round.fold(history.of(RoundEvent.class)).stream())
                        .forEach(round -> opened.put(round.organization(), round));
            }

            /** Its own, or that of the nearest above. */
            Optional<Round> of(OrganizationId id) {
                return tree.path(id).reversed().stream()
                        .flatMap(above -> Stream.ofNullable(opened.get(above.id())))
                        .findFirst();
            }
        }

        private Map<OrganizationId, Map<String, List<Item>>> sheetsSetBy(Collection<OrganizationId> ids) {
            var sheets = new HashMap<OrganizationId, Map<String, List<Item>>>();
            sql.sql("""
                            SELECT DISTINCT ON (organization_id, kind) organization_id, kind, items
                              FROM register.review_sheet
                             WHERE organization_id = ANY (:ids) AND year <= :year
                             ORDER BY organization_id, kind, year DESC
                            """).param("ids", uuids(ids)).param("year", year).query(row -> {
                Objects.requireNonNull(sheets.computeIfAbsent(
                                new OrganizationId(row.getObject("organization_id", UUID.class)), _ -> new HashMap<>()))
                        .put(row.getString("kind"), items(row.getString("items")));
            });
            return sheets;
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static UUID[] uuids(Collection<OrganizationId> ids) {
        return ids.stream().map(OrganizationId::value).toArray(UUID[]::new);
    }

    private static List<Item> items(@Nullable String json) {
        return JSON.readValue(json, new TypeReference<List<Item>>() {});
    }
}
