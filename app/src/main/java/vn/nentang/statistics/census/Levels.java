package vn.nentang.statistics.census;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The levels of the persons of one page, year by year: one byte each. Members of a cell are mostly decided at once, so that one
 * second is kept for a year and those that differ apart. Never changed once made.
 */
final class Levels {

    private static final int BEFORE_FIRST_YEAR = 1900;

    static final Levels NONE = new Levels(0, 0, new byte[0], new int[0], new long[0], new long[0], new int[0]);

    private final int firstYear;
    private final int years;
    private final byte[] codes;
    private final int[] usual;
    private final long[] odd;
    private final long[] aside;
    private final int[] asideUntil;

    private Levels(int firstYear, int years, byte[] codes, int[] usual, long[] odd, long[] aside, int[] asideUntil) {
        this.firstYear = firstYear;
        this.years = years;
        this.codes = codes;
        this.usual = usual;
        this.odd = odd;
        this.aside = aside;
        this.asideUntil = asideUntil;
    }

    /** What is, or was at a second, the level of a person for a year; 0 for none. */
    int code(int person, int year, int second) {
        var offset = year - firstYear;
        if (offset < 0 || offset >= years || person * years + offset >= codes.length) {
            return 0;
        }
        var code = codes[person * years + offset] & 0xff;
        return second == Days.NOW || (code != 0 && known(person, year) <= second)
                ? code
                : asideCode(person, year, second);
    }

    private int known(int person, int year) {
        for (var one : odd) {
            if (isOf(one, person, year)) {
                return known(one);
            }
        }
        return usual[year - firstYear];
    }

    private int asideCode(int person, int year, int second) {
        for (int i = 0; i < aside.length; i++) {
            if (isOf(aside[i], person, year) && known(aside[i]) <= second && second < asideUntil[i]) {
                return code(aside[i]);
            }
        }
        return 0;
    }

    /** A level in eight bytes: person, year, code, and the second from which it is known. */
    private static long packed(int person, int year, int code, int known) {
        return ((long) person << 48) | ((long) (year - BEFORE_FIRST_YEAR) << 40) | ((long) code << 32) | known;
    }

    private static boolean isOf(long packed, int person, int year) {
        return packed >>> 40 == (((long) person << 8) | (year - BEFORE_FIRST_YEAR));
    }

    private static int person(long packed) {
        return (int) (packed >>> 48);
    }

    private static int year(long packed) {
        return (int) ((packed >>> 40) & 0xff) + BEFORE_FIRST_YEAR;
    }

    private static int code(long packed) {
        return (int) ((packed >>> 32) & 0xff);
    }

    private static int known(long packed) {
        return (int) packed;
    }

    long bytes() {
        return codes.length + 4L * usual.length + 8L * odd.length + 12L * aside.length;
    }

    void writeTo(Packed.Out out) throws IOException {
        out.put(firstYear);
        out.put(years);
        out.put(codes);
        out.put(usual);
        out.put(odd);
        out.put(aside);
        out.put(asideUntil);
    }

    static Levels read(Packed.In in) throws IOException {
        var levels = new Levels(
                in.number(), in.number(), in.bytes(), in.numbers(), in.longNumbers(), in.longNumbers(), in.numbers());
        return levels.codes.length == 0 && levels.aside.length == 0 ? NONE : levels;
    }

    /** Levels being gathered. */
    static final class Draft {

        private int count;
        private long[] standing = new long[0];
        private int asideCount;
        private long[] aside = new long[0];
        private int[] asideUntil = new int[0];

        void add(int person, int year, int code, int known) {
            if (count == standing.length) {
                standing = Arrays.copyOf(standing, Math.max(8, count + (count >> 1)));
            }
            standing[count++] = packed(person, year, code, known);
        }

        void addAside(int person, int year, int code, int known, int until) {
            if (asideCount == aside.length) {
                aside = Arrays.copyOf(aside, Math.max(2, asideCount * 2));
                asideUntil = Arrays.copyOf(asideUntil, aside.length);
            }
            aside[asideCount] = packed(person, year, code, known);
            asideUntil[asideCount++] = until;
        }

        /** Takes over those of a finished page, persons by their new numbers; those with a negative number are left. */
        void addAll(Levels levels, int[] newNumbers) {
            for (int i = 0; i < levels.codes.length; i++) {
                var person = newNumbers[i / levels.years];
                var code = levels.codes[i] & 0xff;
                if (code != 0 && person >= 0) {
                    var year = levels.firstYear + i % levels.years;
                    add(person, year, code, levels.known(i / levels.years, year));
                }
            }
            for (int i = 0; i < levels.aside.length; i++) {
                var one = levels.aside[i];
                var person = newNumbers[person(one)];
                if (person >= 0) {
                    addAside(person, year(one), code(one), known(one), levels.asideUntil[i]);
                }
            }
        }

        Levels finished(int persons) {
            if (count == 0 && asideCount == 0) {
                return NONE;
            }
            var all = Arrays.copyOf(standing, count);
            var first = years(all).min().orElse(BEFORE_FIRST_YEAR);
            var years = count == 0 ? 0 : years(all).max().orElse(first) - first + 1;
            var codes = new byte[persons * years];
            for (var one : all) {
                codes[person(one) * years + year(one) - first] = (byte) code(one);
            }
            var usual = usual(all, first, years);
            var odd = Arrays.stream(all)
                    .filter(one -> known(one) != usual[year(one) - first])
                    .toArray();
            return new Levels(
                    first,
                    years,
                    codes,
                    usual,
                    odd,
                    Arrays.copyOf(aside, asideCount),
                    Arrays.copyOf(asideUntil, asideCount));
        }

        private static IntStream years(long[] all) {
            return Arrays.stream(all).mapToInt(Levels::year);
        }

        /** The second most levels of each year are known from. */
        private static int[] usual(long[] all, int first, int years) {
            var usual = new int[years];
            for (int y = 0; y < years; y++) {
                var year = first + y;
                var counts = new HashMap<Integer, Integer>();
                Arrays.stream(all)
                        .filter(one -> year(one) == year)
                        .forEach(one -> counts.merge(known(one), 1, Integer::sum));
                usual[y] = counts.entrySet().stream()
                        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse(0);
            }
            return usual;
        }
    }
}
