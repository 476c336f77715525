package vn.nentang.rulebook.regime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Facts made ready for conditions: checked against the regime's declarations, assumptions filled in and remembered. */
public final class Known {

    private final Map<String, Object> shown = new LinkedHashMap<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> assumed = new HashSet<>();

    Known(Map<String, Fact> declared, Iterable<Scale> scales, Facts facts) {
        facts.values().keySet().forEach(name -> requireDeclared(declared, name));
        scales.forEach(scale -> scale.rising().forEach(word -> values.put(word, scale.rank(word))));
        declared.values().forEach(fact -> take(fact, facts));
    }

    private static void requireDeclared(Map<String, Fact> declared, String name) {
        if (!declared.containsKey(name)) {
            throw new IllegalArgumentException(
                    "The regime declares no fact “%s”; it declares %s.".formatted(name, declared.keySet()));
        }
    }

    private void take(Fact fact, Facts facts) {
        var given = facts.values().get(fact.name());
        if (given == Facts.Unknown.FACT) {
            return;
        }
        if (given != null) {
            put(fact, given);
        } else if (fact.assumed() != null) {
            put(fact, fact.assumed().value());
            assumed.add(fact.name());
        }
    }

    private void put(Fact fact, Object value) {
        var typed = FactValues.forCondition(fact, value);
        values.put(fact.name(), typed);
        shown.put(fact.name(), value);
    }

    Map<String, Object> values() {
        return values;
    }

    public Truth check(Expression expression) {
        return expression.on(this);
    }

    /** The values of the facts an expression looks at, as they were given; what is unknown is left out. */
    public Map<String, Object> behind(Expression expression) {
        var behind = new LinkedHashMap<String, Object>();
        for (var name : expression.facts()) {
            if (shown.containsKey(name)) {
                behind.put(name, shown.get(name));
            }
        }
        return behind;
    }

    public boolean isAssumed(String fact) {
        return assumed.contains(fact);
    }

    @Override
    public String toString() {
        return shown.toString();
    }
}
