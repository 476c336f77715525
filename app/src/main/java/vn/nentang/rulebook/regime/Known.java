package vn.nentang.rulebook.regime;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts made ready for conditions: checked against the regime's declarations, assumptions filled in and told apart. */
public final class Known {

    private final Declared declared;
    private final Map<String, Object> given;
    private final Map<String, Object> values;

    Known(Declared declared, Facts facts) {
        this.declared = declared;
        this.given = facts.values();
        this.values = HashMap.newHashMap(given.size());
        given.forEach((name, value) -> {
            if (value != Facts.Unknown.FACT) {
                values.put(name, FactValues.forCondition(declared.fact(name), value));
            } else {
                declared.fact(name);
            }
        });
    }

    /** What a regime declares, the same for all of its subjects. */
    static final class Declared {

        private final Map<String, Fact> facts;
        private final Map<String, Long> ranks;
        private final Map<String, Object> assumed;

        Declared(Map<String, Fact> facts, Collection<Scale> scales) {
            this.facts = facts;
            this.ranks = ranks(scales);
            this.assumed = facts.values().stream()
                    .filter(fact -> fact.assumed() != null)
                    .collect(Collectors.toMap(Fact::name, Declared::assumed));
        }

        private static Object assumed(Fact fact) {
            return FactValues.forCondition(
                    fact, Objects.requireNonNull(fact.assumed()).value());
        }

        private Fact fact(String name) {
            var fact = facts.get(name);
            if (fact == null) {
                throw new IllegalArgumentException(
                        "The regime declares no fact “%s”; it declares %s.".formatted(name, facts.keySet()));
            }
            return fact;
        }
    }

    /** The words of all scales with their ranks. */
    static Map<String, Long> ranks(Collection<Scale> scales) {
        var ranks = new HashMap<String, Long>();
        scales.forEach(scale -> scale.rising().forEach(word -> ranks.put(word, scale.rank(word))));
        return ranks;
    }

    /** As conditions compare it, given or assumed; null where it is unknown. */
    @Nullable
    Object value(String fact) {
        var value = values.get(fact);
        return value != null || given.containsKey(fact) ? value : declared.assumed.get(fact);
    }

    /** Everything the rule language may look at: the facts, and the words of the scales. */
    Map<String, Object> values() {
        var all = new HashMap<String, Object>(declared.ranks);
        all.putAll(declared.assumed);
        all.keySet().removeAll(given.keySet());
        all.putAll(values);
        return all;
    }

    public Truth check(Expression expression) {
        return expression.on(this);
    }

    /** The values of the facts an expression looks at, as they were given; what is unknown is left out. */
    public Map<String, Object> behind(Expression expression) {
        var names = expression.facts();
        if (names.size() == 1) {
            var only = shown(names.getFirst());
            return only == null ? Map.of() : Map.of(names.getFirst(), only);
        }
        var behind = new LinkedHashMap<String, Object>();
        for (var name : names) {
            var value = shown(name);
            if (value != null) {
                behind.put(name, value);
            }
        }
        return behind;
    }

    private @Nullable Object shown(String fact) {
        if (isAssumed(fact)) {
            return Objects.requireNonNull(declared.fact(fact).assumed()).value();
        }
        return values.containsKey(fact) ? given.get(fact) : null;
    }

    /** The facts among those an expression looks at that were not given but taken as the regime says. */
    public Set<String> assumedBehind(Expression expression) {
        var assumed = Set.<String>of();
        for (var name : expression.facts()) {
            if (isAssumed(name)) {
                assumed = with(name, assumed);
            }
        }
        return assumed;
    }

    private static Set<String> with(String name, Set<String> others) {
        return others.isEmpty()
                ? Set.of(name)
                : Stream.concat(others.stream(), Stream.of(name)).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isAssumed(String fact) {
        return !given.containsKey(fact) && declared.assumed.containsKey(fact);
    }

    @Override
    public String toString() {
        return declared.facts.keySet().stream()
                .filter(name -> shown(name) != null)
                .map(name -> name + "=" + shown(name))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
