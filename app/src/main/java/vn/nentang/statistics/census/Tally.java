package vn.nentang.statistics.census;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How many members have each number, or each pair of numbers; in an array where there are few. */
final class Tally {

    private static final int FEW = 1 << 20;
    private static final int FEW_AT_ONCE = 1 << 12;

    private final int width;
    private final long @Nullable [] counts;
    private final Map<Long, Long> sparse = new HashMap<>();

    Tally(int height, int width) {
        this.width = width;
        this.counts = (long) height * width <= FEW ? new long[height * width] : null;
    }

    void add(int[] first, int[] second, int count) {
        if (counts == null) {
            IntStream.range(0, count).forEach(i -> sparse.merge((long) first[i] * width + second[i], 1L, Long::sum));
            return;
        }
        for (int i = 0; i < count; i++) {
            counts[first[i] * width + second[i]]++;
        }
    }

    /**
     * Counts rows of which nothing is asked, or one or two words of one byte, in one pass; does nothing and says so for others.
     */
    boolean count(Rows rows, char day, int second, Coder first, Coder other) {
        if (counts == null || counts.length > FEW_AT_ONCE) {
            return false;
        }
        if (first instanceof Coder.All && other instanceof Coder.All) {
            counts[0] += second == Days.NOW ? rows.count(day) : rows.count(day, second);
            return true;
        }
        var firsts = first.bytes(rows.columns());
        if (firsts != null && other instanceof Coder.All) {
            count(rows, day, second, firsts);
            return true;
        }
        var others = other.bytes(rows.columns());
        if (firsts != null && others != null) {
            count(rows, day, second, firsts, others);
            return true;
        }
        return false;
    }

    private void count(Rows rows, char day, int second, byte[] words) {
        if (second == Days.NOW) {
            rows.count(day, words, Objects.requireNonNull(counts));
        } else {
            rows.count(day, second, words, Objects.requireNonNull(counts));
        }
    }

    private void count(Rows rows, char day, int second, byte[] firsts, byte[] others) {
        if (second == Days.NOW) {
            rows.count(day, firsts, others, width, Objects.requireNonNull(counts));
        } else {
            rows.count(day, second, firsts, others, width, Objects.requireNonNull(counts));
        }
    }

    /** Some members with one number. */
    void add(int first, long members) {
        add((long) first * width, members);
    }

    /** Where there is but one number. */
    void add(int[] first, int count) {
        if (counts == null) {
            IntStream.range(0, count).forEach(i -> sparse.merge((long) first[i] * width, 1L, Long::sum));
            return;
        }
        for (int i = 0; i < count; i++) {
            counts[first[i] * width]++;
        }
    }

    Tally and(Tally other) {
        other.each((first, second, members) -> add((long) first * width + second, members));
        return this;
    }

    private void add(long place, long members) {
        if (counts == null) {
            sparse.merge(place, members, Long::sum);
        } else {
            counts[(int) place] += members;
        }
    }

    interface Each {
        void of(int first, int second, long members);
    }

    void each(Each each) {
        sparse.forEach((place, members) -> each.of((int) (place / width), (int) (place % width), members));
        for (int place = 0; counts != null && place < counts.length; place++) {
            if (counts[place] > 0) {
                each.of(place / width, place % width, counts[place]);
            }
        }
    }
}
