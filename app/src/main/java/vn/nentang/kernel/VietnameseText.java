package vn.nentang.kernel;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text as people type and look for it. */
public final class VietnameseText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private VietnameseText() {}

    /** Composed Unicode (NFC) with single spaces and none at the ends. */
    public static String tidy(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /**
     * What is compared when people search: no accents, no case, single spaces, {@code đ} as {@code d}. Old and new tone
     * placement (hòa, hoà) become equal because tones are dropped.
     */
    public static String folded(String text) {
        var decomposed = Normalizer.normalize(tidy(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("").replace('đ', 'd');
    }

    /** The last word of a full name. */
    public static String givenName(String fullName) {
        return fullName.substring(fullName.lastIndexOf(' ') + 1);
    }

    /** Order of the Vietnamese alphabet, as in SQL: đ after d, ă and â after a; then tones, then letter case. */
    public static Comparator<String> order() {
        return Comparator.comparing(VietnameseText::sortKey);
    }

    /** What {@link #order()} compares, made once for each text of a long list. */
    public static SortKey sortKey(String text) {
        return new SortKey(text);
    }

    /** Order of Vietnamese lists: given name first, then the whole name, by Vietnamese letters and tones; as in SQL. */
    public static Comparator<String> nameOrder() {
        var order = order();
        return Comparator.comparing(VietnameseText::givenName, order).thenComparing(order);
    }
}
