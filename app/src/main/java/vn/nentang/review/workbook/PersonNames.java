package vn.nentang.review.workbook;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of people as lists write them; a name all in capitals or all in small letters gets its capitals back. */
final class PersonNames {

    private static final Pattern WORD_START = Pattern.compile("(?<![\\p{L}\\p{M}])\\p{L}");

    private PersonNames() {}

    static String shown(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var isMixed = !name.equals(lower) && !name.equals(name.toUpperCase(Locale.ROOT));
        return isMixed
                ? name
                : WORD_START.matcher(lower).replaceAll(start -> start.group().toUpperCase(Locale.ROOT));
    }
}
