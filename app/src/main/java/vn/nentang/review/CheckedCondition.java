package vn.nentang.review;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.nentang.rulebook.regime.Condition;
import vn.nentang.rulebook.regime.Truth;

/**
 * A condition of the regulation, and what the facts say to it.
 *
 * @param level the level, or for exclusions the reason, it belongs to
 * @param values the facts it looks at, as given; what is unknown is left out
 * @param assumed the facts among them that were not given but taken as the regime says
 */
public record CheckedCondition(
        String level, Condition condition, Truth truth, Map<String, Object> values, Set<String> assumed) {

    public CheckedCondition {
        values = values.size() < 2 ? Map.copyOf(values) : Collections.unmodifiableMap(new LinkedHashMap<>(values));
        assumed = Set.copyOf(assumed);
    }
}
