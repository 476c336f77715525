package vn.nentang.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the words in a table's header mean: a list of rules, of which the first that fits decides. A rule is a pattern
 * over the {@linkplain #folded folded} header, written with {@code đ} and {@code ă} where those letters stand (both also
 * match headers typed without accents; {@code Đ} matches only the letter itself) and looked for anywhere in it. A header under a group is read as {@code group > label}.
 * A rule without fields says: this is something else, look no further.
 *
 * @param <F> the fields of one kind of table
 */
public final class HeaderWords<F> {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** One rule of the dictionary. */
    private record Rule<F>(Pattern words, Set<F> fields) {}

    private final List<Rule<F>> rules;

    private HeaderWords(List<Rule<F>> rules) {
        this.rules = List.copyOf(rules);
    }

    public static <F> Builder<F> builder() {
        return new Builder<>();
    }

    /** Gathers the rules in the order in which they are tried. */
    public static final class Builder<F> {
        private final List<Rule<F>> rules = new ArrayList<>();

        private Builder() {}

        /** A header in which the pattern is found means these fields (several where one column holds several facts). */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final Builder<F> when(String pattern, F... fields) {
            var words = pattern.replace("đ", "[dđ]").replace("Đ", "đ").replace("ă", "[aă]");
            rules.add(new Rule<>(Pattern.compile(words), new LinkedHashSet<>(List.of(fields))));
            return this;
        }

        public HeaderWords<F> build() {
            return new HeaderWords<>(rules);
        }
    }

    /** The fields a column means; empty when it means none of them. */
    public Set<F> fieldsOf(String group, String label) {
        var folded = group.isBlank() ? folded(label) : folded(group) + " > " + folded(label);
        for (var rule : rules) {
            if (rule.words().matcher(folded).find()) {
                return rule.fields();
            }
        }
        return Set.of();
    }

    /**
     * Lower case, without accents, signs, and marks of required columns, single spaces. The letter {@code đ} stays, and
     * {@code năm} (year) stays apart from {@code nam} (male).
     */
    public static String folded(String header) {
        var lower = Normalizer.normalize(header, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var marked = lower.replaceAll("(?<![\\p{L}])năm(?![\\p{L}])", "n\u0001m");
        var plain =
                MARKS.matcher(Normalizer.normalize(marked, Normalizer.Form.NFD)).replaceAll("");
        return NOT_WORDS.matcher(plain.replace('\u0001', 'ă')).replaceAll(" ").strip();
    }
}
