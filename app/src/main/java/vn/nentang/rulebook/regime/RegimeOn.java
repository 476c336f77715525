package vn.nentang.rulebook.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nentang.kernel.Citation;

/** A regime as it stood on one day, under the guidance of that day. */
public record RegimeOn(ReviewRegime regime, LocalDate date) {

    public String id() {
        return regime.id();
    }

    public Optional<Citation> guidance() {
        return regime.guidance().stream()
                .filter(guidance -> guidance.during().contains(date))
                .map(ReviewRegime.Guidance::source)
                .findFirst();
    }

    /** The levels of a kind of subject, highest first, without parts of levels. */
    public List<ReviewRegime.Level> levels(String kind) {
        return ladder(kind).stream().filter(level -> level.within() == null).toList();
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
        return regime.rules().stream()
                .filter(rule -> rule.kinds().contains(kind) && rule.during().contains(date))
                .toList();
    }

    public List<ReviewRegime.Exclusion> exclusions(String kind) {
        return regime.exclusions().stream()
                .filter(exclusion ->
                        exclusion.kinds().contains(kind) && exclusion.during().contains(date))
                .toList();
    }

    public List<ReviewRegime.Discretion> discretion(String kind) {
        return regime.discretion().stream()
                .filter(discretion ->
                        discretion.kinds().contains(kind) && discretion.during().contains(date))
                .toList();
    }

    public Optional<ReviewRegime.Cap> cap(String kind) {
        return regime.caps().stream()
                .filter(cap -> cap.kinds().contains(kind) && cap.during().contains(date))
                .findFirst();
    }

    public List<ReviewRegime.Criterion> criteria(String kind) {
        return regime.criteria().stream()
                .filter(criterion -> criterion.kinds().contains(kind))
                .toList();
    }

    /** The facts that its conditions and criteria look at for a kind of subject, in its own order. */
    public List<Fact> facts(String kind) {
        var conditions = Stream.of(
                        exclusions(kind).stream().map(ReviewRegime.Exclusion::condition),
                        rules(kind).stream().flatMap(rule -> rule.conditions().stream()),
                        discretion(kind).stream().map(ReviewRegime.Discretion::condition))
                .flatMap(all -> all)
                .flatMap(condition -> condition.when().facts().stream());
        var points = criteria(kind).stream().flatMap(criterion -> Stream.ofNullable(criterion.fact()));
        var names = Stream.concat(conditions, points).collect(Collectors.toSet());
        return regime.facts().values().stream()
                .filter(fact -> names.contains(fact.name()))
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
        return new Known(regime.facts(), regime.scales(), facts);
    }
}
