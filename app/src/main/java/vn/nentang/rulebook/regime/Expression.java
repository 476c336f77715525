package vn.nentang.rulebook.regime;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled condition. Thread safe; evaluating it cannot loop, and reads nothing but the facts it is given. */
public final class Expression {

    private final String text;
    private final List<String> facts;
    private final Plan.@Nullable Step planned;
    private final CelRuntime.Program program;

    /** @param planned the same as plain steps; null where it uses more of the language than can be planned */
    Expression(String text, List<String> facts, Plan.@Nullable Step planned, CelRuntime.Program program) {
        this.text = text;
        this.facts = List.copyOf(facts);
        this.planned = planned;
        this.program = program;
    }

    boolean isPlanned() {
        return planned != null;
    }

    public String text() {
        return text;
    }

    /** The facts it looks at, in the order they are written. */
    public List<String> facts() {
        return facts;
    }

    /** Unknown only where a missing fact decides: {@code true || missing} holds. */
    Truth on(Known known) {
        return planned == null ? byTheLanguage(known) : truth(planned.on(known));
    }

    private static Truth truth(@Nullable Object value) {
        if (value == null) {
            return Truth.UNKNOWN;
        }
        return (boolean) value ? Truth.HOLDS : Truth.FAILS;
    }

    /** The definition of what the text means. */
    Truth byTheLanguage(Known known) {
        try {
            return switch (program.eval(known.values())) {
                case Boolean holds -> holds ? Truth.HOLDS : Truth.FAILS;
                case CelUnknownSet _ -> Truth.UNKNOWN;
                case Object other -> throw new IllegalStateException("%s gave %s".formatted(text, other));
            };
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("The condition “%s” failed on %s".formatted(text, known), e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
