package vn.nentang.statistics.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question on its way over the pages: from each the rows that hold on the day, of those the number of each attribute, of
 * these the sum. Every row of the subtree is looked at once.
 */
final class Scan {

    /** Fewer cells than this are not worth a second core. */
    private static final int CELLS_FOR_ONE = 2_000;

    /** So many that their numbers stay in the nearest cache. */
    private static final int ROWS_AT_ONCE = 1_024;

    private static final int NO_CELL = -1;

    private final Picture picture;
    private final char day;
    private final int second;
    private final int[] cells;
    private final Coder first;
    private final Coder other;

    /** @param cells the numbers of the organisations counted, in order */
    Scan(Picture picture, char day, int second, int[] cells, Coder first, Coder other) {
        this.picture = picture;
        this.day = day;
        this.second = second;
        this.cells = cells;
        this.first = first;
        this.other = other;
    }

    Tally count() {
        if (first.isOfRow(cells.length) && other.isOfRow(cells.length)) {
            return countRuns();
        }
        return second == Days.NOW
                        && cells.length >= CELLS_FOR_ONE
                        && first instanceof Coder.CellYears years
                        && other instanceof Coder.All
                ? countWholeCells(years)
                : countCells();
    }

    /** Everybody on a roll alike: one count for each cell. */
    private Tally countWholeCells(Coder.CellYears years) {
        var inARow = picture.tree().yearsInARow(years.year());
        return inParts(picture.runs(cells).cells(), (part, tally) -> {
            for (var cell : part) {
                tally.add(inARow[cell], page(cell).standing().count(day));
            }
        });
    }

    /** Whatever cell a row belongs to: run by run. */
    private Tally countRuns() {
        var runs = picture.runs(cells);
        makeReady(runs);
        var pieces = runs.pieces();
        var tally = (runs.areFew() ? pieces.stream() : pieces.parallelStream())
                .map(this::count)
                .reduce(Tally::and)
                .orElseGet(() -> new Tally(first.size(), other.size()));
        return second == Days.NOW ? tally : tally.and(countAside(runs.withAside()));
    }

    /** What has to be made before rows can be counted is made once, not by every core. */
    private void makeReady(Runs runs) {
        runs.rows().stream().map(Rows::columns).distinct().forEach(columns -> {
            first.bytes(columns);
            other.bytes(columns);
        });
    }

    private CellPage page(int cell) {
        return Objects.requireNonNull(picture.pages().get(cell));
    }

    private Tally countAside(int[] cellsWithAside) {
        return inParts(cellsWithAside, (part, tally) -> {
            var some = new Selection();
            for (var cell : part) {
                var page = page(cell);
                var aside = page.aside();
                some.of(page, aside, cell, aside.asideOn(day, second, some.room(aside)), () -> some.addTo(tally));
            }
        });
    }

    /** On several cores, where there are many. */
    private Tally inParts(int[] all, BiConsumer<int[], Tally> count) {
        var parts = (all.length + CELLS_FOR_ONE - 1) / CELLS_FOR_ONE;
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    var tally = new Tally(first.size(), other.size());
                    var from = part * CELLS_FOR_ONE;
                    count.accept(Arrays.copyOfRange(all, from, Math.min(all.length, from + CELLS_FOR_ONE)), tally);
                    return tally;
                })
                .reduce(Tally::and)
                .orElseGet(() -> new Tally(first.size(), other.size()));
    }

    private Tally count(Rows run) {
        var tally = new Tally(first.size(), other.size());
        if (tally.count(run, day, second, first, other)) {
            return tally;
        }
        var some = new Selection();
        for (int from = 0; from < run.count(); from += ROWS_AT_ONCE) {
            var rows = run.part(from, ROWS_AT_ONCE);
            var room = some.room(rows);
            var selected = second == Days.NOW ? rows.on(day, room) : rows.on(day, second, room);
            some.of(null, rows, NO_CELL, selected, () -> some.addTo(tally));
        }
        return tally;
    }

    private Tally countCells() {
        var parts = (cells.length + CELLS_FOR_ONE - 1) / CELLS_FOR_ONE;
        if (parts <= 1) {
            return count(0, cells.length);
        }
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> count(part * CELLS_FOR_ONE, Math.min(cells.length, (part + 1) * CELLS_FOR_ONE)))
                .reduce(Tally::and)
                .orElseThrow();
    }

    private Tally count(int from, int to) {
        var tally = new Tally(first.size(), other.size());
        var some = new Selection();
        for (int i = from; i < to; i++) {
            var page = picture.pages().get(cells[i]);
            if (page != null) {
                some.of(page, cells[i], () -> some.addTo(tally));
            }
        }
        return tally;
    }

    /** One who is counted: the cell by its place among those walked, and the person's number on its page. */
    record Hit(int place, int person) {}

    /**
     * Those with these two numbers, in order, from behind one hit on.
     *
     * @param wantedFirst the number of the first attribute; -1 for any
     */
    List<Hit> find(int wantedFirst, int wantedOther, @Nullable Hit after, int limit) {
        var hits = new ArrayList<Hit>();
        var some = new Selection();
        for (int i = after == null ? 0 : after.place(); i < cells.length && hits.size() < limit; i++) {
            var place = i;
            var page = picture.pages().get(cells[i]);
            if (page != null) {
                var here = new ArrayList<Hit>();
                some.of(page, cells[i], () -> {
                    for (int k = 0; k < some.count; k++) {
                        if ((wantedFirst < 0 || some.firsts[k] == wantedFirst)
                                && (wantedOther < 0 || some.others[k] == wantedOther)) {
                            here.add(new Hit(place, some.person(k)));
                        }
                    }
                });
                inOrder(here.stream(), after).limit(limit - hits.size()).forEach(hits::add);
            }
        }
        return hits;
    }

    private static Stream<Hit> inOrder(Stream<Hit> here, @Nullable Hit after) {
        return here.filter(hit -> after == null || hit.place() > after.place() || hit.person() > after.person())
                .sorted((one, two) -> Integer.compare(one.person(), two.person()));
    }

    /** The rows of one page that hold, with their numbers; the arrays are used again for the next page. */
    private final class Selection {

        private int[] rows = new int[0];
        private int[] firsts = new int[0];
        private int[] others = new int[0];
        private int count;
        private Rows from = Rows.NONE;

        void addTo(Tally tally) {
            if (other instanceof Coder.All) {
                tally.add(firsts, count);
            } else {
                tally.add(firsts, others, count);
            }
        }

        int person(int k) {
            return from.person(rows[k]);
        }

        void of(CellPage page, int cell, Runnable then) {
            var standing = page.standing();
            if (second == Days.NOW) {
                of(page, standing, cell, standing.on(day, room(standing)), then);
            } else {
                of(page, standing, cell, standing.on(day, second, room(standing)), then);
                of(page, page.aside(), cell, page.aside().asideOn(day, second, room(page.aside())), then);
            }
        }

        /** Their rows stand in what {@link #room} gave. */
        void of(@Nullable CellPage page, Rows of, int cell, int selected, Runnable then) {
            if (selected > 0) {
                var place = new Coder.Place(page, of, cell);
                first.codes(place, rows, selected, firsts);
                if (!(other instanceof Coder.All)) {
                    other.codes(place, rows, selected, others);
                }
                from = of;
                count = selected;
                then.run();
            }
        }

        int[] room(Rows of) {
            if (rows.length <= of.count()) {
                rows = new int[of.count() + 16];
                firsts = new int[of.count() + 16];
                others = new int[of.count() + 16];
            }
            return rows;
        }
    }
}
