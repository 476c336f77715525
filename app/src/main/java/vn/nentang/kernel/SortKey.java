package vn.nentang.kernel;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * What a text is sorted by in the order of the Vietnamese alphabet, the same that PostgreSQL gives by the collation {@code
 * vi-VN-x-icu}: letters first (ă and â after a, đ after d), then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then small before
 * great; what is compared first, second and third, each over the whole text. The order of {@link java.text.Collator} is another
 * one: it passes over spaces and hyphens. To make one costs far more than to compare two: a long list makes one for each of its
 * texts.
 */
public final class SortKey implements Comparable<SortKey> {

    private static final String ALPHABET =
            " _-,;:!?.'\u2019\"()[]{}@*/\\&#%`^+<=>|~$0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";
    private static final char LETTER_WITHOUT_MARK = 1;
    private static final char FIRST_MARK = 2;
    private static final char SMALL = 1;
    private static final char GREAT = 2;

    private final String text;
    private final StringBuilder letters = new StringBuilder();
    private final StringBuilder tones = new StringBuilder();
    private final StringBuilder sizes = new StringBuilder();

    SortKey(String text) {
        this.text = text;
        var parts = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); ) {
            var next = i + 1;
            while (next < parts.length() && isMark(parts.charAt(next))) {
                next++;
            }
            add(parts.charAt(i), parts.substring(i + 1, next));
            i = next;
        }
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private void add(char base, String marks) {
        var small = Character.toLowerCase(base);
        var letter = small;
        tones.append(LETTER_WITHOUT_MARK);
        for (int i = 0; i < marks.length(); i++) {
            var composed = composed(letter, marks.charAt(i));
            if (composed == letter) {
                tones.append(tone(marks.charAt(i)));
            }
            letter = composed;
        }
        letters.append(weight(letter));
        sizes.append(small == base ? SMALL : GREAT);
    }

    /** The letter that a mark makes another letter of the alphabet; the same one where it is a tone. */
    private static char composed(char letter, char mark) {
        return switch (mark) {
            case '\u0306' -> letter == 'a' ? 'ă' : letter;
            case '\u0302' -> letter == 'a' ? 'â' : letter == 'e' ? 'ê' : letter == 'o' ? 'ô' : letter;
            case '\u031B' -> letter == 'o' ? 'ơ' : letter == 'u' ? 'ư' : letter;
            default -> letter;
        };
    }

    private static char tone(char mark) {
        var place = TONES.indexOf(mark);
        return place < 0 ? mark : (char) (FIRST_MARK + place);
    }

    private static char weight(char letter) {
        var place = ALPHABET.indexOf(letter);
        return place < 0 ? (char) Math.max(letter, ALPHABET.length()) : (char) place;
    }

    @Override
    public int compareTo(SortKey other) {
        var byLetters = letters.compareTo(other.letters);
        if (byLetters != 0) {
            return byLetters;
        }
        var byTones = tones.compareTo(other.tones);
        if (byTones != 0) {
            return byTones;
        }
        var bySizes = sizes.compareTo(other.sizes);
        return bySizes == 0 ? text.compareTo(other.text) : bySizes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SortKey key && key.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
