package vn.nentang.review;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nentang.rulebook.regime.Condition;
import vn.nentang.rulebook.regime.Facts;
import vn.nentang.rulebook.regime.Known;
import vn.nentang.rulebook.regime.LevelRule;
import vn.nentang.rulebook.regime.LevelRule.Combine;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.rulebook.regime.Truth;

/**
 * Classifies one subject under one regime. Pure: the same regime, kind and facts give the same answer, so another regime
 * may be tried on the same facts. Where a missing fact decides, the answer says so instead of guessing.
 */
public final class Classifier {

    private final RegimeOn regime;
    private final String kind;
    private final Known known;
    private final IdentityHashMap<LevelRule, List<CheckedCondition>> byRule = new IdentityHashMap<>();
    private final List<CheckedCondition> checked = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();

    private Classifier(RegimeOn regime, String kind, Facts facts) {
        this.regime = regime;
        this.kind = kind;
        this.known = regime.know(facts);
    }

    /**
     * The highest level the facts allow, or why there is none.
     *
     * @param kind a kind of subject the regime declares
     * @param facts by the names the regime declares
     * @throws IllegalArgumentException for a kind or a fact the regime does not declare
     */
    public static Classification classify(RegimeOn regime, String kind, Facts facts) {
        return new Classifier(regime, kind, facts).classify();
    }

    private Classification classify() {
        for (var exclusion : regime.exclusions(kind)) {
            var because = check(exclusion.reason(), exclusion.condition());
            if (because.truth() == Truth.HOLDS) {
                return new Classification.NotClassified(
                        exclusion.reason(), exclusion.condition().source(), List.of(because));
            }
            noteMissing(because);
        }
        var outcome = level();
        return missing.isEmpty() ? outcome : new Classification.Undecided(new TreeSet<>(missing), checked);
    }

    private Classification level() {
        var rules = regime.rules(kind);
        rules.forEach(this::check);
        return rules.stream()
                .filter(LevelRule::prevails)
                .map(this::given)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> highest(rules))
                .orElseGet(() -> new Classification.NoLevelMatches(checked));
    }

    /** Going down the ladder: the first level that holds, or that could hold if the missing facts were known. */
    private Optional<Classification> highest(List<LevelRule> rules) {
        if (!missing.isEmpty()) {
            return Optional.empty();
        }
        for (var level : regime.levels(kind)) {
            var ofLevel = rules.stream()
                    .filter(rule -> rule.level().equals(level.code()))
                    .toList();
            if (ofLevel.isEmpty()) {
                missing.add(level.code());
            }
            var given = ofLevel.stream()
                    .filter(rule -> !rule.prevails())
                    .map(this::given)
                    .flatMap(Optional::stream)
                    .findFirst();
            if (given.isPresent() || !missing.isEmpty()) {
                return given;
            }
        }
        return Optional.empty();
    }

    private Optional<Classification> given(LevelRule rule) {
        return switch (truth(rule)) {
            case HOLDS -> Optional.of(new Classification.Level(rule.level(), checked, discretion(rule)));
            case FAILS -> Optional.empty();
            case UNKNOWN -> {
                of(rule).forEach(this::noteMissing);
                yield Optional.empty();
            }
        };
    }

    private Truth truth(LevelRule rule) {
        var truths = EnumSet.noneOf(Truth.class);
        of(rule).forEach(one -> truths.add(one.truth()));
        var decisive = rule.combine() == Combine.ANY ? Truth.HOLDS : Truth.FAILS;
        if (truths.contains(decisive)) {
            return decisive;
        }
        if (truths.contains(Truth.UNKNOWN)) {
            return Truth.UNKNOWN;
        }
        return rule.combine() == Combine.ANY ? Truth.FAILS : Truth.HOLDS;
    }

    private List<CheckedCondition> of(LevelRule rule) {
        return byRule.getOrDefault(rule, List.of());
    }

    /** Only where every ground the level rests on is one the clause speaks of. */
    private Classification.@Nullable Discretion discretion(LevelRule rule) {
        var grounds = of(rule).stream()
                .filter(one -> one.truth() == Truth.HOLDS)
                .map(one -> one.condition().id())
                .collect(Collectors.toSet());
        return regime.discretion(kind).stream()
                .filter(clause -> clause.grounds().containsAll(grounds))
                .filter(clause -> known.check(clause.condition().when()) == Truth.HOLDS)
                .map(ReviewRegime.Discretion::condition)
                .findFirst()
                .map(clause -> new Classification.Discretion(clause.sentence(), clause.source()))
                .orElse(null);
    }

    private void check(LevelRule rule) {
        var ofRule = new ArrayList<CheckedCondition>(rule.conditions().size());
        rule.conditions().forEach(condition -> ofRule.add(check(rule.level(), condition)));
        byRule.put(rule, ofRule);
        checked.addAll(ofRule);
    }

    private CheckedCondition check(String level, Condition condition) {
        var when = condition.when();
        return new CheckedCondition(level, condition, known.check(when), known.behind(when), known.assumedBehind(when));
    }

    private void noteMissing(CheckedCondition one) {
        if (one.truth() == Truth.UNKNOWN) {
            one.condition().when().facts().stream()
                    .filter(fact -> !one.values().containsKey(fact))
                    .forEach(missing::add);
        }
    }
}
