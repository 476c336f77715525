package vn.nentang.statistics.census;

/** Some rows of columns that lie behind each other: those of a cell, or of many. Rows are counted from the first of them. */
record Rows(Columns columns, int start, int count) {

    /** As many numbers of this many bits as a long has room for. */
    private static final int FIELD_BITS = 7;

    private static final int FIELDS = Long.SIZE / FIELD_BITS;
    private static final int FIELD_MAX = (1 << FIELD_BITS) - 1;

    static final Rows NONE = new Rows(Columns.NONE, 0, 0);

    int person(int row) {
        return columns.person[start + row];
    }

    /** The values of a column of two bytes at some rows. */
    void chars(int column, int[] rows, int selected, int[] into) {
        var values = columns.chars[column];
        for (int i = 0; i < selected; i++) {
            into[i] = values[start + rows[i]];
        }
    }

    /** The values of a column of one byte at some rows. */
    void words(int column, int[] rows, int selected, int[] into) {
        bytes(columns.words[column], rows, selected, into);
    }

    /** Values of one byte at some rows. */
    void bytes(byte[] values, int[] rows, int selected, int[] into) {
        for (int i = 0; i < selected; i++) {
            into[i] = values[start + rows[i]] & 0xff;
        }
    }

    /** Which of these rows hold on a day, by what is believed now. */
    int on(char day, int[] into) {
        var from = columns.from;
        var until = columns.until;
        int selected = 0;
        for (int row = 0; row < count; row++) {
            into[selected] = row;
            selected += from[start + row] <= day && day < until[start + row] ? 1 : 0;
        }
        return selected;
    }

    /** Which of these rows, standing now, were believed at a second to hold on a day. */
    int on(char day, int second, int[] into) {
        int selected = 0;
        for (int row = 0; row < count; row++) {
            var i = start + row;
            into[selected] = row;
            selected += held(columns.from[i], columns.until[i], columns.knownFrom[i], columns.known[i], day, second);
        }
        return selected;
    }

    /** Which of these rows, set aside since, were believed at a second to hold on a day. */
    int asideOn(char day, int second, int[] into) {
        int selected = 0;
        for (int row = 0; row < count; row++) {
            var i = start + row;
            into[selected] = row;
            selected += columns.from[i] <= day
                            && day < columns.until[i]
                            && columns.knownFrom[i] <= second
                            && second < columns.known[i]
                    ? 1
                    : 0;
        }
        return selected;
    }

    /** How many hold on a day, by what is believed now. */
    int count(char day) {
        var from = columns.from;
        var until = columns.until;
        long held = 0;
        for (int i = start; i < start + count; i++) {
            held += holds(from[i], until[i], day);
        }
        return (int) held;
    }

    /**
     * Counts those that hold on a day, by what is believed now, by words of one byte: one pass, for the questions asked most.
     * Without a branch, which would be guessed wrongly for every second row. Few words are counted in one number, which stays in
     * a register; more of them in four tables by turns, so that rows alike do not wait for each other.
     *
     * @param words of all rows of the columns
     * @param counts at the number of the word
     */
    void count(char day, byte[] words, long[] counts) {
        if (counts.length <= FIELDS) {
            countFew(day, words, counts);
        } else {
            countMany(day, words, counts);
        }
    }

    private void countFew(char day, byte[] words, long[] counts) {
        var from = columns.from;
        var until = columns.until;
        var end = start + count;
        for (int next = start; next < end; next += FIELD_MAX) {
            var last = Math.min(end, next + FIELD_MAX);
            long fields = 0;
            for (int i = next; i < last; i++) {
                fields += holds(from[i], until[i], day) << (words[i] * FIELD_BITS);
            }
            add(fields, counts);
        }
    }

    private void countMany(char day, byte[] words, long[] counts) {
        var from = columns.from;
        var until = columns.until;
        var tables = new long[4 * counts.length];
        var second = counts.length;
        var third = 2 * counts.length;
        var fourth = 3 * counts.length;
        var end = start + count;
        int i = start;
        for (; i + 3 < end; i += 4) {
            tables[words[i] & 0xff] += holds(from[i], until[i], day);
            tables[second + (words[i + 1] & 0xff)] += holds(from[i + 1], until[i + 1], day);
            tables[third + (words[i + 2] & 0xff)] += holds(from[i + 2], until[i + 2], day);
            tables[fourth + (words[i + 3] & 0xff)] += holds(from[i + 3], until[i + 3], day);
        }
        for (; i < end; i++) {
            tables[words[i] & 0xff] += holds(from[i], until[i], day);
        }
        add(tables, counts);
    }

    /**
     * The same by two words.
     *
     * @param counts at the number of the first word times the width, and that of the other
     */
    void count(char day, byte[] firsts, byte[] others, int width, long[] counts) {
        if (counts.length <= FIELDS) {
            countFew(day, firsts, others, width, counts);
        } else {
            countMany(day, firsts, others, width, counts);
        }
    }

    private void countFew(char day, byte[] firsts, byte[] others, int width, long[] counts) {
        var from = columns.from;
        var until = columns.until;
        var end = start + count;
        for (int next = start; next < end; next += FIELD_MAX) {
            var last = Math.min(end, next + FIELD_MAX);
            long fields = 0;
            for (int i = next; i < last; i++) {
                fields += holds(from[i], until[i], day) << ((firsts[i] * width + others[i]) * FIELD_BITS);
            }
            add(fields, counts);
        }
    }

    private void countMany(char day, byte[] firsts, byte[] others, int width, long[] counts) {
        var from = columns.from;
        var until = columns.until;
        var tables = new long[4 * counts.length];
        var second = counts.length;
        var third = 2 * counts.length;
        var fourth = 3 * counts.length;
        var end = start + count;
        int i = start;
        for (; i + 3 < end; i += 4) {
            tables[(firsts[i] & 0xff) * width + (others[i] & 0xff)] += holds(from[i], until[i], day);
            tables[second + (firsts[i + 1] & 0xff) * width + (others[i + 1] & 0xff)] +=
                    holds(from[i + 1], until[i + 1], day);
            tables[third + (firsts[i + 2] & 0xff) * width + (others[i + 2] & 0xff)] +=
                    holds(from[i + 2], until[i + 2], day);
            tables[fourth + (firsts[i + 3] & 0xff) * width + (others[i + 3] & 0xff)] +=
                    holds(from[i + 3], until[i + 3], day);
        }
        for (; i < end; i++) {
            tables[(firsts[i] & 0xff) * width + (others[i] & 0xff)] += holds(from[i], until[i], day);
        }
        add(tables, counts);
    }

    /** Adds what each field of the number holds. */
    private static void add(long fields, long[] counts) {
        for (int k = 0; k < counts.length; k++) {
            counts[k] += (fields >>> (k * FIELD_BITS)) & FIELD_MAX;
        }
    }

    private static void add(long[] tables, long[] counts) {
        for (int k = 0; k < tables.length; k++) {
            counts[k % counts.length] += tables[k];
        }
    }

    /** How many, standing now, were believed at a second to hold on a day. */
    int count(char day, int second) {
        int held = 0;
        for (int i = start; i < start + count; i++) {
            held += held(columns.from[i], columns.until[i], columns.knownFrom[i], columns.known[i], day, second);
        }
        return held;
    }

    /** Counts those by words of one byte, in two tables by turns. */
    void count(char day, int second, byte[] words, long[] counts) {
        var from = columns.from;
        var until = columns.until;
        var knownFrom = columns.knownFrom;
        var known = columns.known;
        var tables = new long[2 * counts.length];
        var end = start + count;
        int i = start;
        for (; i + 1 < end; i += 2) {
            tables[words[i] & 0xff] += held(from[i], until[i], knownFrom[i], known[i], day, second);
            tables[counts.length + (words[i + 1] & 0xff)] +=
                    held(from[i + 1], until[i + 1], knownFrom[i + 1], known[i + 1], day, second);
        }
        for (; i < end; i++) {
            tables[words[i] & 0xff] += held(from[i], until[i], knownFrom[i], known[i], day, second);
        }
        add(tables, counts);
    }

    /** The same by two words. */
    void count(char day, int second, byte[] firsts, byte[] others, int width, long[] counts) {
        var from = columns.from;
        var until = columns.until;
        var knownFrom = columns.knownFrom;
        var known = columns.known;
        for (int i = start; i < start + count; i++) {
            counts[(firsts[i] & 0xff) * width + (others[i] & 0xff)] +=
                    held(from[i], until[i], knownFrom[i], known[i], day, second);
        }
    }

    /** 1 for a row that was known by then, had begun, and had not ended or not to anybody's knowledge; else 0. */
    private static int held(char from, char until, int knownFrom, int known, char day, int second) {
        var later = (day - from) | (second - knownFrom);
        var over = (until - day - 1) & (known - second - 1);
        return ((later | over) >>> 31) ^ 1;
    }

    /** 1 from one day on and before another, else 0: both differences have a sign. */
    private static long holds(char from, char until, long day) {
        return ((from - day - 1) & (day - until)) >>> 63;
    }

    boolean isFollowedBy(Rows next) {
        return columns == next.columns && start + count == next.start;
    }

    Rows and(Rows next) {
        return new Rows(columns, start, count + next.count);
    }

    /** Some of them. */
    Rows part(int from, int most) {
        return new Rows(columns, start + from, Math.min(most, count - from));
    }
}
