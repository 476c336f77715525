package vn.nentang.rulebook.regime;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.rulebook.Label;

/**
 * A named thing that conditions may look at.
 *
 * @param scale for {@link Type#GRADE}: the words in rising order; empty for other types
 * @param assumed what is taken where nothing is on record, and the sentence that says so; null where nothing is taken
 */
public record Fact(
        String name,
        Type type,
        Scale scale,
        Label label,
        @Nullable Assumption assumed) {

    /** What a fact's value is. Decimals are exact. */
    public enum Type {
        DECIMAL,
        WHOLE,
        FLAG,
        GRADE;

        static final Map<String, Type> BY_CODE =
                Map.of("decimal", DECIMAL, "whole", WHOLE, "flag", FLAG, "grade", GRADE);

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is taken in the absence of a record: conclusions and decisions of a competent body leave one. */
    public record Assumption(Object value, Label sentence) {}

    public Optional<Assumption> findAssumed() {
        return Optional.ofNullable(assumed);
    }
}
