package vn.nentang.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.nentang.statistics.census.Attribute;
import vn.nentang.statistics.census.Dimension;
import vn.nentang.statistics.census.Figures.Count;
import vn.nentang.statistics.census.FilledCensus;
import vn.nentang.statistics.census.Question;

/**
 * One question put to the census and to its rivals by turns, after as many to warm up. All must give the same figures.
 *
 * @param census milliseconds of each run, in order; so for the others
 */
record Compared(long members, double[] census, double[] postgres, double[] duck) {

    private static final double MILLION = 1e6;

    /** What the answers add up to, so that none of them can be left out. */
    private static volatile long answers;

    static Compared of(
            FilledCensus filled,
            CensusRivals rivals,
            FilledCensus.Subtree subtree,
            List<Attribute> by,
            int ours,
            int theirs) {
        var question = question(subtree, by);
        var figures = filled.answer(question);
        requireSame(figures.counts(), rivals.byPostgres(subtree, by));
        requireSame(figures.counts(), rivals.byDuck(subtree, by));
        return new Compared(
                figures.members(),
                times(ours, () -> filled.answer(question)),
                times(theirs, () -> rivals.byPostgres(subtree, by)),
                times(theirs, () -> rivals.byDuck(subtree, by)));
    }

    static Question question(FilledCensus.Subtree subtree, List<Attribute> by) {
        return new Question(
                subtree.organization(),
                FilledCensus.TODAY,
                by.stream().map(Dimension::of).toList());
    }

    private static void requireSame(List<Count> counts, Map<List<String>, Long> theirs) {
        var ours = counts.stream().collect(Collectors.toMap(Count::values, Count::members));
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("The census counts %s, a rival %s".formatted(ours, theirs));
        }
    }

    /** Milliseconds of each run, in order, after as many to warm up. */
    static double[] times(int runs, Supplier<Object> run) {
        for (int i = 0; i < runs; i++) {
            answers += run.get().hashCode();
        }
        var times = new double[runs];
        for (int i = 0; i < runs; i++) {
            var started = System.nanoTime();
            answers += run.get().hashCode();
            times[i] = (System.nanoTime() - started) / MILLION;
        }
        Arrays.sort(times);
        return times;
    }

    /** How many times as long PostgreSQL takes. */
    double ratioToPostgres() {
        return median(postgres) / median(census);
    }

    double ratioToDuck() {
        return median(duck) / median(census);
    }

    static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    static String spread(double[] sorted) {
        return "%s (%s–%s)"
                .formatted(shortly(median(sorted)), shortly(sorted[0]), shortly(sorted[(int) (sorted.length * 0.95)]));
    }

    private static String shortly(double milliseconds) {
        return (milliseconds < 1 ? "%.3f" : milliseconds < 100 ? "%.1f" : "%,.0f").formatted(milliseconds);
    }
}
