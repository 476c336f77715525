package vn.nentang.shell.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart of horizontal bars, each a whole of parts. It is drawn as a table whose cells hold the bars, so that it reads the
 * same by eye, by ear and on a narrow screen.
 */
public record Bars(List<Bar> bars) {

    private static final int SHORT_CHARS_MAX = 10;

    public Bars {
        bars = List.copyOf(bars);
    }

    /** Whether all names are as short as a date. */
    public boolean isShort() {
        return bars.stream().allMatch(bar -> bar.name().length() <= SHORT_CHARS_MAX);
    }

    /**
     * One bar.
     *
     * @param path where its name leads; empty for nowhere
     * @param summary what stands behind it, in words
     */
    public record Bar(String name, String path, List<Part> parts, String summary) {
        public Bar {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A stretch of a bar, in percent of its length.
     *
     * @param tone 1 for the best level to 4 for the lowest, 0 for none
     */
    public record Part(String title, int tone, double from, double length) {}

    /** A count before its place in the bar is known. */
    public record Count(String title, int tone, int number) {}

    /** Lays counts end to end over the whole length; nothing where there is nothing. */
    public static List<Part> of(List<Count> counts) {
        var whole = counts.stream().mapToInt(Count::number).sum();
        var parts = new ArrayList<Part>();
        var done = 0;
        for (var count : counts) {
            if (count.number() > 0) {
                parts.add(new Part(count.title(), count.tone(), percent(done, whole), percent(count.number(), whole)));
                done += count.number();
            }
        }
        return parts;
    }

    private static double percent(int part, int whole) {
        return Math.round(10_000.0 * part / whole) / 100.0;
    }
}
