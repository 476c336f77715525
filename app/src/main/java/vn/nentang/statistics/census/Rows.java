package vn.nentang.statistics.census;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Periods of members on one cell's roll as columns: a row is a person's days there with nothing changing. Columns of one width
 * lie behind each other in one array. Rows that have an end come first, and only they have the two columns of it. Never
 * changed once made.
 */
final class Rows {

    /** Columns of two bytes. */
    static final int FROM = 0;

    static final int PERSON = 1;
    static final int BIRTH = 2;
    static final int ADMITTED = 3;
    static final int OCCUPATION = 4;
    private static final int CHARS = 5;

    /** Columns of one byte. */
    static final int STANDING = 0;

    static final int SEX = 1;
    static final int ETHNIC_GROUP = 2;
    static final int RELIGION = 3;
    static final int GENERAL_EDUCATION = 4;
    static final int PROFESSIONAL_QUALIFICATION = 5;
    static final int POLITICAL_THEORY = 6;
    private static final int BYTES = 7;

    static final Rows NONE = new Rows(0, 0, new char[0], new int[0], new byte[0]);

    private final int count;
    private final int ended;
    private final char[] chars;
    private final int[] ints;
    private final byte[] bytes;

    private Rows(int count, int ended, char[] chars, int[] ints, byte[] bytes) {
        this.count = count;
        this.ended = ended;
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

    /** The first day no longer in it. */
    char until(int row) {
        return row < ended ? chars[CHARS * count + row] : Days.NEVER;
    }

    private int knownFrom(int row) {
        return ints[row];
    }

    private int known(int row) {
        return row < ended ? ints[count + row] : 0;
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
        var ends = CHARS * count;
        for (int row = 0; row < ended; row++) {
            into[selected] = row;
            selected += chars[row] <= day && day < chars[ends + row] ? 1 : 0;
        }
        for (int row = ended; row < count; row++) {
            into[selected] = row;
            selected += chars[row] <= day ? 1 : 0;
        }
        return selected;
    }

    /** Which of these rows, standing now, were believed at a second to hold on a day. */
    int on(char day, int second, int[] into) {
        int selected = 0;
        for (int row = 0; row < count; row++) {
            into[selected] = row;
            selected +=
                    chars[row] <= day && knownFrom(row) <= second && (day < until(row) || second < known(row)) ? 1 : 0;
        }
        return selected;
    }

    /** Which of these rows, set aside since, were believed at a second to hold on a day. */
    int asideOn(char day, int second, int[] into) {
        int selected = 0;
        for (int row = 0; row < count; row++) {
            into[selected] = row;
            selected +=
                    chars[row] <= day && day < until(row) && knownFrom(row) <= second && second < known(row) ? 1 : 0;
        }
        return selected;
    }

    long bytes() {
        return (long) chars.length * Character.BYTES + (long) ints.length * Integer.BYTES + bytes.length;
    }

    /** Rows being gathered. */
    static final class Draft {

        private static final int UNTIL = CHARS;
        private static final int KNOWN_FROM = 0;
        private static final int KNOWN = 1;

        private int count;
        private char[] chars = new char[0];
        private int[] ints = new int[0];
        private byte[] bytes = new byte[0];

        /** Adds a belief about a person with this number on the page. */
        void add(int person, Beliefs.Belief<Traits> belief) {
            room();
            var of = belief.value();
            var c = count * (CHARS + 1);
            chars[c + FROM] = belief.from();
            chars[c + PERSON] = (char) person;
            chars[c + BIRTH] = of.birth();
            chars[c + ADMITTED] = of.admitted();
            chars[c + OCCUPATION] = of.occupation();
            chars[c + UNTIL] = belief.until();
            ints[2 * count + KNOWN_FROM] = belief.knownFrom();
            ints[2 * count + KNOWN] = belief.known();
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
            if (2 * count == ints.length) {
                var capacity = Math.max(8, count + (count >> 1));
                chars = Arrays.copyOf(chars, capacity * (CHARS + 1));
                ints = Arrays.copyOf(ints, capacity * 2);
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
                        chars[count * (CHARS + 1) + c] = rows.chars[c * rows.count + row];
                    }
                    chars[count * (CHARS + 1) + PERSON] = (char) person;
                    chars[count * (CHARS + 1) + UNTIL] = rows.until(row);
                    ints[2 * count + KNOWN_FROM] = rows.knownFrom(row);
                    ints[2 * count + KNOWN] = rows.known(row);
                    for (int b = 0; b < BYTES; b++) {
                        bytes[count * BYTES + b] = rows.bytes[b * rows.count + row];
                    }
                    count++;
                }
            }
        }

        private boolean hasEnd(int row) {
            return chars[row * (CHARS + 1) + UNTIL] != Days.NEVER || ints[2 * row + KNOWN] != 0;
        }

        Rows finished() {
            if (count == 0) {
                return NONE;
            }
            var order = IntStream.concat(
                            IntStream.range(0, count).filter(this::hasEnd),
                            IntStream.range(0, count).filter(row -> !hasEnd(row)))
                    .toArray();
            var ended = (int) IntStream.range(0, count).filter(this::hasEnd).count();
            var columns = new Rows(
                    count, ended, new char[count * CHARS + ended], new int[count + ended], new byte[count * BYTES]);
            for (int row = 0; row < count; row++) {
                put(order[row], row, columns);
            }
            return columns;
        }

        private void put(int from, int row, Rows columns) {
            for (int c = 0; c < CHARS; c++) {
                columns.chars[c * count + row] = chars[from * (CHARS + 1) + c];
            }
            for (int b = 0; b < BYTES; b++) {
                columns.bytes[b * count + row] = bytes[from * BYTES + b];
            }
            columns.ints[row] = ints[2 * from + KNOWN_FROM];
            if (row < columns.ended) {
                columns.chars[CHARS * count + row] = chars[from * (CHARS + 1) + UNTIL];
                columns.ints[count + row] = ints[2 * from + KNOWN];
            }
        }
    }
}
