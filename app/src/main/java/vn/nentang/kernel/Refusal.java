package vn.nentang.kernel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not carried out. A value, not an exception; the sentence is built at the edge from code and facts.
 *
 * @param code stable, lower case with hyphens; each has an entry in docs/reference/refusals.md
 * @param facts what the decision looked at, by name, as text
 * @param citation the article; null where the reason is not a regulation's (the entry in refusals.md says why)
 */
public record Refusal(
        String code, Map<String, String> facts, @Nullable Citation citation) {

    public Refusal {
        facts = Map.copyOf(facts);
    }

    public static Refusal of(String code, Map<String, String> facts) {
        return new Refusal(code, facts, null);
    }

    /** All reasons of a refused request as one line, for logs and command lines. */
    public static String describe(List<Refusal> refusals) {
        return String.join("; ", refusals.stream().map(Refusal::code).toList());
    }
}
