package vn.nentang.rulebook.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.DateRange;

/**
 * A regime as it stood on one day, under the guidance of that day. What holds for a kind of subject is looked up once and
 * kept: a province is judged by one of these.
 */
public final class RegimeOn {

    private final ReviewRegime regime;
    private final LocalDate date;
    private final Known.Declared declared;
    private final Map<String, OfKind> kinds = new ConcurrentHashMap<>();

    public RegimeOn(ReviewRegime regime, LocalDate date) {
        this.regime = regime;
        this.date = date;
        this.declared = new Known.Declared(regime.facts(), regime.scales());
    }

    /** What holds for one kind of subject on the day. */
    private record OfKind(
            List<ReviewRegime.Level> levels,
            List<LevelRule> rules,
            List<ReviewRegime.Exclusion> exclusions,
            List<ReviewRegime.Discretion> discretion,
            List<ReviewRegime.Criterion> criteria,
            List<ReviewRegime.Provision> special,
            List<Fact> facts) {}

    public ReviewRegime regime() {
        return regime;
    }

    public LocalDate date() {
        return date;
    }

    public String id() {
        return regime.id();
    }

    public Optional<Citation> guidance() {
        return regime.guidance().stream()
                .filter(guidance -> guidance.during().contains(date))
                .map(ReviewRegime.Guidance::source)
                .findFirst();
    }

    private OfKind of(String kind) {
        return kinds.computeIfAbsent(kind, this::lookUp);
    }

    private OfKind lookUp(String kind) {
        var rules = those(regime.rules(), rule -> rule.kinds().contains(kind) && holds(rule.during()));
        var exclusions = those(regime.exclusions(), one -> one.kinds().contains(kind) && holds(one.during()));
        var discretion = those(regime.discretion(), one -> one.kinds().contains(kind) && holds(one.during()));
        var criteria = those(regime.criteria(), one -> one.kinds().contains(kind));
        var special =
                those(provisions(), one -> one.when() != null && one.kinds().contains(kind));
        var levels = those(ladder(kind), level -> level.within() == null);
        var conditions = Stream.of(
                        exclusions.stream().map(ReviewRegime.Exclusion::condition),
                        rules.stream().flatMap(rule -> rule.conditions().stream()),
                        discretion.stream().map(ReviewRegime.Discretion::condition))
                .flatMap(Function.identity())
                .map(Condition::when);
        var looked = Stream.concat(conditions, special.stream().flatMap(one -> Stream.ofNullable(one.when())));
        return new OfKind(levels, rules, exclusions, discretion, criteria, special, facts(looked, criteria));
    }

    private boolean holds(DateRange during) {
        return during.contains(date);
    }

    private static <T> List<T> those(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).toList();
    }

    /** The levels of a kind of subject, highest first, without parts of levels. */
    public List<ReviewRegime.Level> levels(String kind) {
        return of(kind).levels();
    }

    /** The levels and the chosen parts of levels of a kind of subject, highest first. */
    public List<ReviewRegime.Level> ladder(String kind) {
        return regime.ladders().stream()
                .filter(ladder -> ladder.kinds().contains(kind))
                .findFirst()
                .map(ReviewRegime.LevelLadder::descending)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The regime %s has no subjects of kind “%s”.".formatted(id(), kind)));
    }

    public List<LevelRule> rules(String kind) {
        return of(kind).rules();
    }

    public List<ReviewRegime.Exclusion> exclusions(String kind) {
        return of(kind).exclusions();
    }

    public List<ReviewRegime.Discretion> discretion(String kind) {
        return of(kind).discretion();
    }

    public Optional<ReviewRegime.Cap> cap(String kind) {
        return regime.caps().stream()
                .filter(cap -> cap.kinds().contains(kind) && cap.during().contains(date))
                .findFirst();
    }

    public List<ReviewRegime.Criterion> criteria(String kind) {
        return of(kind).criteria();
    }

    /** The facts that its conditions, criteria and special cases look at for a kind of subject, in its own order. */
    public List<Fact> facts(String kind) {
        return of(kind).facts();
    }

    private List<Fact> facts(Stream<Expression> looked, List<ReviewRegime.Criterion> criteria) {
        var points = criteria.stream().flatMap(criterion -> Stream.ofNullable(criterion.fact()));
        var names = Stream.concat(looked.flatMap(when -> when.facts().stream()), points)
                .collect(Collectors.toSet());
        return regime.facts().values().stream()
                .filter(fact -> names.contains(fact.name()))
                .toList();
    }

    /** The provisions that hold for a subject on these facts, in the regime's order; what is unknown brings none. */
    public List<ReviewRegime.Provision> specialCases(String kind, Facts facts) {
        var known = know(facts);
        return of(kind).special().stream()
                .filter(provision -> known.check(Objects.requireNonNull(provision.when())) == Truth.HOLDS)
                .toList();
    }

    public List<ReviewRegime.Provision> provisions() {
        return regime.provisions().stream()
                .filter(provision -> provision.during().contains(date))
                .toList();
    }

    public List<ReviewRegime.Form> forms() {
        return regime.forms().stream()
                .filter(form -> form.during().contains(date))
                .toList();
    }

    /** Checks the facts against the declarations and fills in what the regime says is taken where nothing is on record. */
    public Known know(Facts facts) {
        return new Known(declared, facts);
    }
}
