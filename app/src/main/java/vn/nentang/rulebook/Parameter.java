package vn.nentang.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Timeline;

/**
 * One number or word that regulations set, through time.
 *
 * @param key lower case, dotted: {@code admission.age-min}
 * @param usedBy the rules of this program that rest on it
 */
public record Parameter(String key, Label title, Unit unit, Timeline<Value> values, List<Use> usedBy) {

    public Parameter {
        usedBy = List.copyOf(usedBy);
    }

    /**
     * What holds from one day on.
     *
     * @param text the value as written; null from the day the rule ended
     * @param note what a reader must know about it, in both languages
     */
    public record Value(
            @Nullable String text,
            Citation source,
            @Nullable Label note) {}

    /** A rule of this program, and what it does with the value. */
    public record Use(String rule, Label purpose) {}
}
