package vn.nentang.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells Vietnamese syllables from letters that only look so because they were read in the wrong coding. */
final class Syllables {

    private static final Pattern WORDS = Pattern.compile("[^\\s\\p{Z}\\d\\p{Punct}…–—]+");
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern SYLLABLE = Pattern.compile("(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdđghklmnprstvx])?"
            + "(?:oai|oay|oeo|uay|uây|uôi|uya|uyê|uyu|iêu|yêu|ươi|ươu|oao|"
            + "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|"
            + "[aăâeêioôơuưy])"
            + "(?:ch|ng|nh|[cmnpt])?");

    private Syllables() {}

    /** How well the text reads as Vietnamese: words with marks that are syllables, less those that are not. */
    static int score(String text) {
        var words = WORDS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
        var score = 0;
        while (words.find()) {
            score += scoreOf(words.group());
        }
        return score;
    }

    private static int scoreOf(String word) {
        if (word.chars().allMatch(c -> c < 128)) {
            return 0;
        }
        return isSyllable(word) ? 1 : -1;
    }

    /** Whether every word that has marks is a Vietnamese syllable, and there is one. */
    static boolean readsWell(String text) {
        var words = WORDS.matcher(text);
        var any = false;
        while (words.find()) {
            var score = scoreOf(words.group());
            if (score < 0) {
                return false;
            }
            any |= score > 0;
        }
        return any;
    }

    static boolean isSyllable(String word) {
        var decomposed = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var tones = (int) TONES.matcher(decomposed).results().count();
        var toneless = Normalizer.normalize(TONES.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
        return tones <= 1 && SYLLABLE.matcher(toneless).matches();
    }
}
