package vn.nentang.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.Ledger;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.organization.Organizations;
import vn.nentang.review.ReviewResults.OrganizationResult;
import vn.nentang.review.workbook.FactWords;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.Ruling;
import vn.nentang.rulebook.regime.Fact;
import vn.nentang.rulebook.regime.Facts;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime;

/**
 * Classifies organisations: from the results of the members and organisations below and from the facts that are entered,
 * says what the regulation of the year allows, and records what the competent level decides.
 */
@Component
public final class OrganizationReviews {

    private static final String OBJECT = "organization";
    private static final String MEMBER = "member";
    private static final String TOO_NEW = "review.exclusion.organization-under";

    private final Organizations organizations;
    private final ReviewResults results;
    private final ReviewDesk desk;
    private final Ledger ledger;
    private final Rulebook rulebook;
    private final ReviewYears years;

    public OrganizationReviews(
            Organizations organizations, ReviewResults results, ReviewDesk desk, Ledger ledger, Rulebook rulebook) {
        this.organizations = organizations;
        this.results = results;
        this.desk = desk;
        this.ledger = ledger;
        this.rulebook = rulebook;
        this.years = new ReviewYears(rulebook);
    }

    /**
     * One organisation in one year, before it is judged.
     *
     * @param kind the kind of subject it is reviewed as
     * @param computed facts that follow from what is on record, by name, as text
     * @param entered facts of the decision that stands, by name, as text; empty where none does
     * @param decided the decision that stands; null where none does
     * @param below how those below came out
     */
    public record Subject(
            Organization organization,
            int year,
            RulesOn rules,
            RegimeOn regime,
            String kind,
            Map<String, String> computed,
            Map<String, String> entered,
            @Nullable OrganizationResult decided,
            Tally below) {

        /** The facts the regulation looks at for such an organisation, in its own order. */
        public List<Fact> facts() {
            return regime.facts(kind);
        }

        /** The codes of the levels it may be given, highest first. */
        public List<String> levels() {
            return regime.ladder(kind).stream().map(ReviewRegime.Level::code).toList();
        }

        /** The codes of the reasons why it may be left without a level. */
        public Set<String> reasons() {
            return ReviewRules.reasons(regime, OBJECT, rules);
        }
    }

    /**
     * What the regulation allows on some facts.
     *
     * @param unreadable names of facts whose text is no value of them
     * @param classification null where a fact cannot be read
     */
    public record Judged(List<String> unreadable, @Nullable Classification classification) {
        public Judged {
            unreadable = List.copyOf(unreadable);
        }

        /** The code the facts lead to: a level, or the reason why there is none. */
        public Optional<String> computed() {
            return switch (classification) {
                case Classification.Level(var code, var _, var _) -> Optional.of(code);
                case Classification.NotClassified(var reason, var _, var _) -> Optional.of(reason);
                case Classification.NoLevelMatches _, Classification.Undecided _ -> Optional.empty();
                case null -> Optional.empty();
            };
        }
    }

    /**
     * What the competent level decided.
     *
     * @param facts as entered, by name, as text; what is left out is unknown or taken as the regulation says
     * @param outcome code of a level, or of a reason why there is none
     */
    public record Wanted(
            Map<String, String> facts,
            String outcome,
            @Nullable String because,
            LocalDate on,
            Paper paper) {
        public Wanted {
            facts = Map.copyOf(facts);
        }
    }

    /** One organisation, and what was decided of it. */
    public record Decision(Subject subject, Wanted wanted) {}

    /** A request as it is remembered. */
    private record Request(OrganizationId organization, int year, Wanted wanted) {}

    /** Empty for an organisation not in force on the year's day, one that is not reviewed, and a year without a regime. */
    public Optional<Subject> find(OrganizationId id, int year) {
        var tree = organizations.treeOn(years.lastDayOf(year));
        return tree.find(id).flatMap(organization -> new Opening(tree, year).subject(organization));
    }

    /** All directly below an organisation that are reviewed, in the order of the tree. */
    public List<Subject> below(OrganizationId id, int year) {
        var tree = organizations.treeOn(years.lastDayOf(year));
        var opening = new Opening(tree, year);
        return tree.below(id).stream()
                .flatMap(organization -> opening.subject(organization).stream())
                .toList();
    }

    /** Judges on what is on record and what is entered; what is entered goes before. */
    public static Judged judge(Subject subject, Map<String, String> entered) {
        var words = new FactWords(subject.regime(), subject.kind());
        var given = new LinkedHashMap<>(subject.computed());
        given.putAll(entered);
        var facts = Facts.NONE;
        var unreadable = new ArrayList<String>();
        for (var fact : subject.facts()) {
            var text = Objects.requireNonNullElse(given.get(fact.name()), "").strip();
            var read = text.isEmpty() ? Optional.of(facts) : words.read(facts, fact, text);
            if (read.isEmpty() || isAboveMaximum(subject, fact, read.get())) {
                unreadable.add(fact.name());
            } else {
                facts = read.get();
            }
        }
        return unreadable.isEmpty()
                ? new Judged(
                        List.of(),
                        Classifier.classify(
                                subject.regime(),
                                subject.kind(),
                                Score.summed(subject.regime(), subject.kind(), facts)))
                : new Judged(unreadable, null);
    }

    private static boolean isAboveMaximum(Subject subject, Fact fact, Facts facts) {
        return facts.values().get(fact.name()) instanceof BigDecimal points
                && subject.regime().criteria(subject.kind()).stream()
                        .filter(criterion -> fact.name().equals(criterion.fact()))
                        .flatMap(criterion -> Stream.ofNullable(criterion.max()))
                        .anyMatch(max -> points.compareTo(max) > 0);
    }

    /** Records one decision. Another level than the facts allow needs a reason and a paper. */
    public Answer record(Command command, Subject subject, Wanted wanted) {
        return recordAll(command, List.of(new Decision(subject, wanted)));
    }

    /** Records all or none. The request remembered is what was decided; it takes the place of the command's own. */
    public Answer recordAll(Command command, List<Decision> all) {
        var refusals = new ArrayList<Refusal>();
        var decisions = new ArrayList<Decided>();
        for (var one : all) {
            var judged = judge(one.subject(), one.wanted().facts());
            refusals.addAll(against(one.subject(), one.wanted(), judged));
            decisions.add(decided(one, judged));
        }
        var requests = all.stream()
                .map(one -> new Request(
                        one.subject().organization().id(), one.subject().year(), one.wanted()))
                .toList();
        var request = new Command(command.id(), command.author(), requests);
        return refusals.isEmpty() ? desk.recordAll(request, decisions) : desk.refuse(request, refusals);
    }

    private static Decided decided(Decision one, Judged judged) {
        var subject = one.subject();
        var event = new ReviewEvent.OrganizationClassified(
                subject.organization().id(), subject.year(), outcome(subject, one.wanted(), judged));
        return new Decided(event, one.wanted().on(), one.wanted().paper());
    }

    private static List<Refusal> against(Subject subject, Wanted wanted, Judged judged) {
        var name = subject.organization().name();
        var refusals = new ArrayList<Refusal>();
        subject.facts().stream()
                .filter(fact -> judged.unreadable().contains(fact.name()))
                .map(fact -> unreadable(name, fact, wanted))
                .forEach(refusals::add);
        var isOwn = judged.computed().filter(wanted.outcome()::equals).isEmpty();
        var hasRules = !(judged.classification() instanceof Classification.Undecided);
        if (refusals.isEmpty() && isOwn && hasRules && isBlank(wanted.because())) {
            refusals.add(new Refusal(
                    "organization-decided-without-reason",
                    Map.of("organization", name),
                    subject.regime().regime().source()));
        }
        return refusals;
    }

    private static Refusal unreadable(String organization, Fact fact, Wanted wanted) {
        var given = wanted.facts().getOrDefault(fact.name(), "");
        return Refusal.of(
                "fact-unreadable",
                Map.of("organization", organization, "fact", fact.label().vi(), "given", given));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static ReviewEvent.Outcome outcome(Subject subject, Wanted wanted, Judged judged) {
        var isReason = subject.reasons().contains(wanted.outcome());
        var allowed = judged.classification() instanceof Classification.Level level ? level.code() : null;
        return new ReviewEvent.Outcome(
                subject.regime().id(),
                isReason ? null : wanted.outcome(),
                isReason ? wanted.outcome() : null,
                allowed,
                isBlank(wanted.because()) ? null : wanted.because(),
                Optional.ofNullable(judged.classification())
                        .map(JudgedFacts::of)
                        .orElse(List.of()));
    }

    /** Subjects of one year while they are opened: reads the tree and the results of the year once for each. */
    private final class Opening {

        private final OrganizationTree tree;
        private final int year;
        private final RulesOn rules;
        private final OrganizationTypes types;
        private @Nullable OrganizationTree longEnoughAgo;

        Opening(OrganizationTree tree, int year) {
            this.tree = tree;
            this.year = year;
            this.rules = rulebook.on(years.lastDayOf(year));
            this.types = new OrganizationTypes(rules);
        }

        Optional<Subject> subject(Organization organization) {
            return rules.findRegime()
                    .flatMap(regime -> types.kind(organization).map(kind -> subject(organization, regime, kind)));
        }

        private Subject subject(Organization organization, RegimeOn regime, String kind) {
            var below = types.isCell(organization) ? members(organization) : organizationsBelow(organization);
            var decided = results.organizations(year, List.of(organization.id())).stream()
                    .findFirst()
                    .orElse(null);
            return new Subject(
                    organization,
                    year,
                    rules,
                    regime,
                    kind,
                    computed(organization, regime, kind, below),
                    entered(decided),
                    decided,
                    below);
        }

        private Tally members(Organization cell) {
            var tally = Tally.EMPTY;
            for (var count : results.memberCounts(year, List.of(cell.id()))) {
                tally = tally.plus(count.level(), count.notClassified(), count.number());
            }
            return tally;
        }

        private Tally organizationsBelow(Organization body) {
            var reviewed = tree.below(body.id()).stream()
                    .filter(one -> types.kind(one).isPresent())
                    .map(Organization::id)
                    .toList();
            var tally = Tally.EMPTY;
            var found = results.organizations(year, reviewed);
            for (var result : found) {
                tally = tally.plus(result.level(), result.notClassified(), 1);
            }
            var undecided = reviewed.size() - found.size();
            return undecided == 0 ? tally : tally.plus(null, null, undecided);
        }

        private Map<String, String> computed(Organization organization, RegimeOn regime, String kind, Tally below) {
            var computed = new LinkedHashMap<String, String>();
            var isNew = rules.findRuling(TOO_NEW)
                    .filter(ruling -> !ruling.text().equals("none"))
                    .map(ruling -> isFoundedAfter(organization, ruling))
                    .orElse(false);
            if (isNew) {
                computed.put("newOrganization", "true");
            }
            if (below.classified() > 0) {
                shares(regime, kind, below, computed);
            }
            computed.keySet().retainAll(regime.regime().facts().keySet());
            return computed;
        }

        private boolean isFoundedAfter(Organization organization, Ruling ruling) {
            if (longEnoughAgo == null) {
                longEnoughAgo = organizations.treeOn(rules.date().minus(ruling.period()));
            }
            return longEnoughAgo.find(organization.id()).isEmpty();
        }

        /** The lowest level is the one not completed; the good ones go down to the one the cap is measured against. */
        private void shares(RegimeOn regime, String kind, Tally below, Map<String, String> into) {
            var levels = levels(regime, kind.equals("cell") ? MEMBER : OBJECT);
            var good = regime.cap(kind).map(cap -> levels.indexOf(cap.base())).orElse(-1);
            var lowest = below.at(levels.getLast());
            into.put("belowAssessed", String.valueOf(below.classified()));
            into.put("belowHtnUp", String.valueOf(below.classified() - lowest));
            into.put("belowHttUp", String.valueOf(below.at(levels.subList(0, good + 1))));
            into.put("belowKht", String.valueOf(lowest));
        }

        private static List<String> levels(RegimeOn regime, String object) {
            return List.copyOf(ReviewRules.levels(regime, object));
        }

        private Map<String, String> entered(@Nullable OrganizationResult decided) {
            if (decided == null) {
                return Map.of();
            }
            var facts = new LinkedHashMap<String, String>();
            ledger.find(EntryRef.parse(decided.entry())).ifPresent(entry -> {
                if (entry.event() instanceof ReviewEvent.OrganizationClassified e) {
                    e.outcome().facts().forEach(fact -> facts.put(fact.name(), fact.value()));
                }
            });
            return facts;
        }
    }
}
