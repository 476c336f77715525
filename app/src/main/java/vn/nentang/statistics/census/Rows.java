package vn.nentang.statistics.census;

import java.util.Arrays;

/**
 * Periods of members on one cell's roll as columns: a row is a person's days there with nothing changing. Columns of one width
 * lie behind each other in one array. Never changed once made.
 */
final class Rows {

    /** Columns of two bytes. */
    static final int FROM = 0;

    static final int UNTIL = 1;
    static final int PERSON = 2;
    static final int BIRTH = 3;
    static final int ADMITTED = 4;
    static final int OCCUPATION = 5;
    private static final int CHARS = 6;

    /** Columns of four bytes: see {@link Beliefs.Belief}. */
    static final int KNOWN_FROM = 0;

    static final int KNOWN = 1;
    private static final int INTS = 2;

    /** Columns of one byte. */
    static final int STANDING = 0;

    static final int SEX = 1;
    static final int ETHNIC_GROUP = 2;
    static final int RELIGION = 3;
    static final int GENERAL_EDUCATION = 4;
    static final int PROFESSIONAL_QUALIFICATION = 5;
    static final int POLITICAL_THEORY = 6;
    private static final int BYTES = 7;

    static final int BYTES_OF_A_ROW = CHARS * Character.BYTES + INTS * Integer.BYTES + BYTES;

    static final Rows NONE = new Rows(0, new char[0], new int[0], new byte[0]);

    private final int count;
    private final char[] chars;
    private final int[] ints;
    private final byte[] bytes;

    private Rows(int count, char[] chars, int[] ints, byte[] bytes) {
        this.count = count;
        this.chars = chars;
        this.ints = ints;
        this.bytes = bytes;
    }

    int count() {
        return count;
    }

    char person(int row) {
        return chars[PERSON * count + row];
    }

    /** The values of a column of two bytes at some rows. */
    void chars(int column, int[] rows, int selected, int[] into) {
        var start = column * count;
        for (int i = 0; i < selected; i++) {
            into[i] = chars[start + rows[i]];
        }
    }

    /** The values of a column of one byte at some rows. */
    void bytes(int column, int[] rows, int selected, int[] into) {
        var start = column * count;
        for (int i = 0; i < selected; i++) {
            into[i] = bytes[start + rows[i]] & 0xff;
        }
    }

    /** Which of these rows, standing now, hold on a day. */
    int on(char day, int[] into) {
        int selected = 0;
        for (int row = 0; row < count; row++) {
            into[selected] = row;
            selected += chars[row] <= day && day < chars[UNTIL * count + row] ? 1 : 0;
        }
        return selected;
    }

    /** Which of these rows, standing now, were believed at a second to hold on a day. */
    int on(char day, int second, int[] into) {
        int selected = 0;
        for (int row = 0; row < count; row++) {
            into[selected] = row;
            selected += chars[row] <= day
                            && ints[row] <= second
                            && (day < chars[UNTIL * count + row] || second < ints[KNOWN * count + row])
                    ? 1
                    : 0;
        }
        return selected;
    }

    /** Which of these rows, set aside since, were believed at a second to hold on a day. */
    int asideOn(char day, int second, int[] into) {
        int selected = 0;
        for (int row = 0; row < count; row++) {
            into[selected] = row;
            selected += chars[row] <= day
                            && day < chars[UNTIL * count + row]
                            && ints[row] <= second
                            && second < ints[KNOWN * count + row]
                    ? 1
                    : 0;
        }
        return selected;
    }

    long bytes() {
        return (long) count * BYTES_OF_A_ROW;
    }

    /** Rows being gathered. */
    static final class Draft {

        private int count;
        private char[] chars = new char[0];
        private int[] ints = new int[0];
        private byte[] bytes = new byte[0];

        /** Adds a belief about a person with this number on the page. */
        void add(int person, Beliefs.Belief<Traits> belief) {
            room();
            var of = belief.value();
            var c = count * CHARS;
            chars[c + FROM] = belief.from();
            chars[c + UNTIL] = belief.until();
            chars[c + PERSON] = (char) person;
            chars[c + BIRTH] = of.birth();
            chars[c + ADMITTED] = of.admitted();
            chars[c + OCCUPATION] = of.occupation();
            ints[count * INTS + KNOWN_FROM] = belief.knownFrom();
            ints[count * INTS + KNOWN] = belief.known();
            var b = count * BYTES;
            bytes[b + STANDING] = of.standing();
            bytes[b + SEX] = of.sex();
            bytes[b + ETHNIC_GROUP] = of.ethnicGroup();
            bytes[b + RELIGION] = of.religion();
            bytes[b + GENERAL_EDUCATION] = of.generalEducation();
            bytes[b + PROFESSIONAL_QUALIFICATION] = of.qualification();
            bytes[b + POLITICAL_THEORY] = of.politicalTheory();
            count++;
        }

        private void room() {
            if (count * INTS == ints.length) {
                var capacity = Math.max(8, count + (count >> 1));
                chars = Arrays.copyOf(chars, capacity * CHARS);
                ints = Arrays.copyOf(ints, capacity * INTS);
                bytes = Arrays.copyOf(bytes, capacity * BYTES);
            }
        }

        /** Takes over the rows of a finished page, persons by their new numbers; those with a negative number are left. */
        void addAll(Rows rows, int[] newNumbers) {
            for (int row = 0; row < rows.count; row++) {
                var person = newNumbers[rows.person(row)];
                if (person >= 0) {
                    room();
                    for (int c = 0; c < CHARS; c++) {
                        chars[count * CHARS + c] = rows.chars[c * rows.count + row];
                    }
                    chars[count * CHARS + PERSON] = (char) person;
                    for (int i = 0; i < INTS; i++) {
                        ints[count * INTS + i] = rows.ints[i * rows.count + row];
                    }
                    for (int b = 0; b < BYTES; b++) {
                        bytes[count * BYTES + b] = rows.bytes[b * rows.count + row];
                    }
                    count++;
                }
            }
        }

        Rows finished() {
            if (count == 0) {
                return NONE;
            }
            var columns = new Rows(count, new char[count * CHARS], new int[count * INTS], new byte[count * BYTES]);
            for (int row = 0; row < count; row++) {
                for (int c = 0; c < CHARS; c++) {
                    columns.chars[c * count + row] = chars[row * CHARS + c];
                }
                for (int i = 0; i < INTS; i++) {
                    columns.ints[i * count + row] = ints[row * INTS + i];
                }
                for (int b = 0; b < BYTES; b++) {
                    columns.bytes[b * count + row] = bytes[row * BYTES + b];
                }
            }
            return columns;
        }
    }
}
