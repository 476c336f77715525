package vn.nentang.statistics.census;

/**
 * Member-periods as columns, those of many cells behind each other in the order of the tree, so that a large organisation is
 * one run through memory. Two bytes for a day or a person's number on the page, four for a second, one for a word. Written
 * once.
 */
final class Columns {

    static final int BIRTH = 0;
    static final int ADMITTED = 1;
    static final int OCCUPATION = 2;
    static final int CHARS = 3;

    static final int STANDING = 0;
    static final int SEX = 1;
    static final int ETHNIC_GROUP = 2;
    static final int RELIGION = 3;
    static final int GENERAL_EDUCATION = 4;
    static final int PROFESSIONAL_QUALIFICATION = 5;
    static final int POLITICAL_THEORY = 6;
    static final int BYTES = 7;

    static final int BYTES_OF_A_ROW = (3 + CHARS) * Character.BYTES + 2 * Integer.BYTES + BYTES;

    final char[] from;
    final char[] until;
    final char[] person;
    final int[] knownFrom;
    final int[] known;
    final char[][] chars;
    final byte[][] words;

    Columns(int rows) {
        from = new char[rows];
        until = new char[rows];
        person = new char[rows];
        knownFrom = new int[rows];
        known = new int[rows];
        chars = new char[CHARS][rows];
        words = new byte[BYTES][rows];
    }

    int size() {
        return from.length;
    }

    /** Takes over a row of others, of a person with another number. */
    void set(int at, Columns of, int row, int number) {
        from[at] = of.from[row];
        until[at] = of.until[row];
        person[at] = (char) number;
        knownFrom[at] = of.knownFrom[row];
        known[at] = of.known[row];
        for (int c = 0; c < CHARS; c++) {
            chars[c][at] = of.chars[c][row];
        }
        for (int b = 0; b < BYTES; b++) {
            words[b][at] = of.words[b][row];
        }
    }

    void set(int at, int number, Beliefs.Belief<Traits> belief) {
        var of = belief.value();
        from[at] = belief.from();
        until[at] = belief.until();
        person[at] = (char) number;
        knownFrom[at] = belief.knownFrom();
        known[at] = belief.known();
        chars[BIRTH][at] = of.birth();
        chars[ADMITTED][at] = of.admitted();
        chars[OCCUPATION][at] = of.occupation();
        words[STANDING][at] = of.standing();
        words[SEX][at] = of.sex();
        words[ETHNIC_GROUP][at] = of.ethnicGroup();
        words[RELIGION][at] = of.religion();
        words[GENERAL_EDUCATION][at] = of.generalEducation();
        words[PROFESSIONAL_QUALIFICATION][at] = of.qualification();
        words[POLITICAL_THEORY][at] = of.politicalTheory();
    }
}
