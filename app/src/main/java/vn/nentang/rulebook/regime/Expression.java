package vn.nentang.rulebook.regime;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.List;

/** A compiled condition. Thread safe; evaluating it cannot loop, and reads nothing but the facts it is given. */
public final class Expression {

    private final String text;
    private final List<String> facts;
    private final CelRuntime.Program program;

    Expression(String text, List<String> facts, CelRuntime.Program program) {
        this.text = text;
        this.facts = List.copyOf(facts);
        this.program = program;
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
