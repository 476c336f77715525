package vn.nentang.membership.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.nentang.kernel.VietnameseText;

/** Forms of a text that are compared instead of the text itself. */
final class Words {

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]");
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern DASHES = Pattern.compile("\\s*[-\u2010-\u2015\u2212]\\s*");
    private static final Pattern WORD_SEPARATORS = Pattern.compile("[\\s,;:]+");

    private Words() {}

    /** Composed Unicode, single spaces, wide digits and letters as plain ones, nothing invisible. */
    static String tidy(String text) {
        return VietnameseText.tidy(INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(""));
    }

    /** As {@link #tidy}, and without letter case, kinds of dash and the place of the tone within a word. */
    static String key(String text) {
        var lower = DASHES.matcher(tidy(text).toLowerCase(Locale.ROOT)).replaceAll(" - ");
        var key = new StringBuilder(lower.length() + 8);
        for (var word : WORD_SEPARATORS.split(lower, -1)) {
            appendKey(key, word);
        }
        return key.toString().strip();
    }

    private static void appendKey(StringBuilder key, String word) {
        var decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
        var tones = TONES.matcher(decomposed);
        if (word.isEmpty()) {
            return;
        }
        key.append(' ').append(tones.replaceAll(""));
        tones.reset().results().forEach(tone -> key.append(tone.group()));
    }

    /** Letters and digits only, without accents and case. */
    static String folded(String text) {
        return VietnameseText.folded(tidy(text))
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
