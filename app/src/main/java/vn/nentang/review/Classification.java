package vn.nentang.review;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Mark;
import vn.nentang.rulebook.Label;

/** What the regulation allows on the facts given. It never decides: that is for the competent level. */
public sealed interface Classification {

    /** Every condition that was looked at, with its facts and its article. */
    List<CheckedCondition> conditions();

    /** The least sure mark among the conditions looked at; a page says so when it needs caution. */
    default Mark mark() {
        return conditions().stream()
                .map(checked -> checked.condition().source().mark())
                .max(Comparator.naturalOrder())
                .orElse(Mark.VERIFIED);
    }

    /**
     * The highest level the facts allow.
     *
     * @param discretion where the competent level may set another one, with reasons; null where it may not
     */
    record Level(
            String code,
            List<CheckedCondition> conditions,
            @Nullable Discretion discretion) implements Classification {
        public Level {
            conditions = List.copyOf(conditions);
        }
    }

    /** Not classified in this year. */
    record NotClassified(String reason, Citation source, List<CheckedCondition> conditions) implements Classification {
        public NotClassified {
            conditions = List.copyOf(conditions);
        }
    }

    /** The text leaves a gap: no level fits these facts, and the competent level decides. */
    record NoLevelMatches(List<CheckedCondition> conditions) implements Classification {
        public NoLevelMatches {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * Facts, or the text of a level, are missing, and they decide.
     *
     * @param missing names of facts, and of levels whose conditions the rulebook does not hold
     */
    record Undecided(Set<String> missing, List<CheckedCondition> conditions) implements Classification {
        public Undecided {
            missing = Set.copyOf(missing);
            conditions = List.copyOf(conditions);
        }
    }

    /** The clause that lets the competent level choose otherwise. */
    record Discretion(Label sentence, Citation source) {}
}
