package vn.nentang.membership.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.nentang.kernel.VietnameseText;

/** Forms of a text that are compared instead of the text itself. */
final class Words {

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]");
    private static final String VIETNAMESE = "ĂăĐđĨĩŨũƠơƯư";
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern DASHES = Pattern.compile("\\s*[-\u2010-\u2015\u2212]\\s*");
    private static final Pattern WORD_SEPARATORS = Pattern.compile("[\\s,;:]+");

    private Words() {}

    /** Composed Unicode, single spaces, wide digits and letters as plain ones, nothing invisible. */
    static String tidy(String text) {
        return isTidy(text) ? text : tidied(text);
    }

    /** Most texts are tidy already; seeing that is much cheaper than tidying them. */
    private static boolean isTidy(String text) {
        var before = ' ';
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if ((letter == ' ' && before == ' ') || !isPlain(letter)) {
                return false;
            }
            before = letter;
        }
        return text.isEmpty() || before != ' ';
    }

    private static boolean isPlain(char letter) {
        return letter < 0x80 ? letter >= ' ' : isVietnamese(letter);
    }

    /** Letters with their marks as one character each, the same in every normal form that composes. */
    private static boolean isVietnamese(char letter) {
        return (letter >= 0xC0 && letter <= 0xFF)
                || (letter >= 0x1EA0 && letter <= 0x1EF9)
                || VIETNAMESE.indexOf(letter) >= 0;
    }

    private static String tidied(String text) {
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
