package vn.nentang.review;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many there were, at which level, and why some have none. Counts only: a share is made where it is shown, from a
 * numerator and a denominator that can be opened.
 *
 * @param levels code of a level, and how many
 * @param notClassified code of a reason, and how many
 * @param undecided those of whom nothing was recorded
 */
public record Tally(SortedMap<String, Integer> levels, SortedMap<String, Integer> notClassified, int undecided) {

    public static final Tally EMPTY = new Tally(new TreeMap<>(), new TreeMap<>(), 0);

    public Tally {
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        notClassified = Collections.unmodifiableSortedMap(new TreeMap<>(notClassified));
    }

    /** Counts many before it makes a tally of them. */
    static final class Counting {

        private final SortedMap<String, Integer> levels = new TreeMap<>();
        private final SortedMap<String, Integer> notClassified = new TreeMap<>();
        private int undecided;

        void add(@Nullable String level, @Nullable String reason, int number) {
            if (level != null) {
                levels.merge(level, number, Integer::sum);
            } else if (reason != null) {
                notClassified.merge(reason, number, Integer::sum);
            } else {
                undecided += number;
            }
        }

        Tally tally() {
            return new Tally(levels, notClassified, undecided);
        }
    }

    Tally plus(@Nullable String level, @Nullable String reason, int number) {
        var moreLevels = new TreeMap<>(levels);
        var moreReasons = new TreeMap<>(notClassified);
        if (level != null) {
            moreLevels.merge(level, number, Integer::sum);
        } else if (reason != null) {
            moreReasons.merge(reason, number, Integer::sum);
        }
        return new Tally(moreLevels, moreReasons, level == null && reason == null ? undecided + number : undecided);
    }

    Tally plus(Tally other) {
        var moreLevels = new TreeMap<>(levels);
        var moreReasons = new TreeMap<>(notClassified);
        other.levels.forEach((code, number) -> moreLevels.merge(code, number, Integer::sum));
        other.notClassified.forEach((code, number) -> moreReasons.merge(code, number, Integer::sum));
        return new Tally(moreLevels, moreReasons, undecided + other.undecided);
    }

    public int classified() {
        return sum(levels.values());
    }

    public int unclassified() {
        return sum(notClassified.values());
    }

    public int total() {
        return classified() + unclassified() + undecided;
    }

    public int at(String level) {
        return levels.getOrDefault(level, 0);
    }

    /** How many stand at any of these levels. */
    public int at(Collection<String> codes) {
        return codes.stream().mapToInt(this::at).sum();
    }

    private static int sum(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
