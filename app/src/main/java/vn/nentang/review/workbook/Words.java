package vn.nentang.review.workbook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vn.nentang.kernel.VietnameseText;

/** Vietnamese phrases as they are compared: without accents, case and signs. */
final class Words {

    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z0-9]+");

    /** Compiled once: the phrases are the constants of this package. */
    private static final Map<String, Pattern> PHRASES = new ConcurrentHashMap<>();

    private Words() {}

    /** Single spaces between words, nothing else. */
    static String of(String text) {
        return NOT_LETTERS.matcher(VietnameseText.folded(text)).replaceAll(" ").strip();
    }

    /** Letters and digits alone: {@code H.T.X.S} and {@code htxs} are the same. */
    static String joined(String text) {
        return of(text).replace(" ", "");
    }

    static boolean has(String words, String pattern) {
        return !words.isBlank()
                && PHRASES.computeIfAbsent(pattern, Words::phrase)
                        .matcher(words)
                        .find();
    }

    private static Pattern phrase(String pattern) {
        return Pattern.compile("\\b(?:" + pattern + ")\\b");
    }
}
