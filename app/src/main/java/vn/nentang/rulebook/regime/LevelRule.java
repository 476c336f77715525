package vn.nentang.rulebook.regime;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.nentang.kernel.DateRange;

/**
 * What a level asks for.
 *
 * @param kinds the kinds of subject it speaks of
 * @param combine whether all conditions are needed or one is enough
 * @param prevails whether the level is given as soon as the rule holds, whatever higher levels would allow
 * @param during the days on which the guidance behind it holds
 */
public record LevelRule(
        String level,
        Set<String> kinds,
        Combine combine,
        boolean prevails,
        List<Condition> conditions,
        DateRange during) {

    /** How conditions make a rule. */
    public enum Combine {
        ALL,
        ANY;

        static final Map<String, Combine> BY_CODE = Map.of("all", ALL, "any", ANY);

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LevelRule {
        kinds = Set.copyOf(kinds);
        conditions = List.copyOf(conditions);
    }
}
