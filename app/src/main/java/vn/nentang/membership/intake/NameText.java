package vn.nentang.membership.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A person's name as written, without what does not belong to it.
 *
 * @param text composed Unicode, single spaces
 * @param hadExtraWords whether a form of address or a remark was left out
 */
record NameText(String text, boolean hadExtraWords) {

    private static final Pattern ADDRESS = Pattern.compile(
            "^(?:(?:đ\\s*/\\s*c|đ\\.c|đc|đồng chí|ông|bà|anh hùng|nhà giáo)(?:[\\s.:]+|$)"
                    + "|(?:đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|đại uý|thượng uý|trung uý|thiếu uý)(?: qncn)?\\s+"
                    + "|(?:ths|ts|pgs|gs|bs|ks)\\.\\s*)+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern REMARK = Pattern.compile("\\s*[(\\[].*[)\\]]\\s*$|\\s+[-–]\\s+.*$");
    private static final Pattern NUMBERING = Pattern.compile("^\\d+\\s*[.)/]\\s*");
    private static final Pattern EDGES = Pattern.compile("^['’`\"*\\s.,;:-]+|[*\\s,;:'’`\"-]+$");

    static NameText of(String raw) {
        var tidy = EDGES.matcher(Words.tidy(raw)).replaceAll("");
        var counted = NUMBERING.matcher(tidy).replaceFirst("");
        var plain = REMARK.matcher(ADDRESS.matcher(counted).replaceFirst("")).replaceFirst("");
        var isAddressOnly = plain.isBlank();
        return isAddressOnly ? new NameText(counted, false) : new NameText(plain.strip(), !plain.equals(counted));
    }

    /** After a conversion from a coding without capital letters for toned vowels, words begin as their neighbours do. */
    NameText withCapitals() {
        var words = text.split(" ");
        var anyCapital = false;
        for (var word : words) {
            anyCapital |= !word.isEmpty() && Character.isUpperCase(word.charAt(0));
        }
        if (!anyCapital) {
            return this;
        }
        var isAllCapitals =
                text.chars().filter(c -> c < 128 && Character.isLetter(c)).allMatch(Character::isUpperCase);
        if (isAllCapitals && words.length > 1) {
            return new NameText(text.toUpperCase(Locale.ROOT), hadExtraWords);
        }
        for (var i = 0; i < words.length; i++) {
            words[i] = words[i].isEmpty() ? "" : Character.toUpperCase(words[i].charAt(0)) + words[i].substring(1);
        }
        return new NameText(String.join(" ", words), hadExtraWords);
    }

    /** What must be equal when two names are the same: not letter case, not the place of the tone. */
    String key() {
        return Words.key(text);
    }
}
