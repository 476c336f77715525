package vn.nentang.statistics.census;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows below an organisation as they lie: cells that lie behind each other are one run, so that a nation is a few.
 *
 * @param cells those with rows, one by one
 * @param withAside the numbers of the cells of which something was once believed and is no more
 */
record Runs(List<Rows> rows, List<OfCell> cells, List<Integer> withAside) {

    /** The rows of one cell, by its number. */
    record OfCell(int cell, Rows rows) {}

    private static final int ROWS_FOR_ONE = 1 << 17;

    static Runs of(Picture picture, int[] cells) {
        var rows = new ArrayList<Rows>();
        var ofCells = new ArrayList<OfCell>();
        var run = Rows.NONE;
        for (var cell : cells) {
            var page = picture.pages().get(cell);
            if (page != null && page.standing().count() > 0) {
                ofCells.add(new OfCell(cell, page.standing()));
                if (run.isFollowedBy(page.standing())) {
                    run = run.and(page.standing());
                } else {
                    rows.add(run);
                    run = page.standing();
                }
            }
        }
        rows.add(run);
        var withAside = IntStream.of(cells)
                .filter(cell -> {
                    var page = picture.pages().get(cell);
                    return page != null && page.aside().count() > 0;
                })
                .boxed()
                .toList();
        return new Runs(List.copyOf(rows), List.copyOf(ofCells), withAside);
    }

    int count() {
        return rows.stream().mapToInt(Rows::count).sum();
    }

    /** In pieces for several cores; one, where there are few. */
    List<Rows> pieces() {
        return rows.stream()
                .flatMap(run -> IntStream.iterate(0, from -> from < run.count(), from -> from + ROWS_FOR_ONE)
                        .mapToObj(from -> run.part(from, ROWS_FOR_ONE)))
                .toList();
    }

    boolean areFew() {
        return count() <= ROWS_FOR_ONE;
    }
}
