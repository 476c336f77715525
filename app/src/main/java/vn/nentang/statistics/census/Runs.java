package vn.nentang.statistics.census;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * The rows below an organisation as they lie: cells that lie behind each other are one run, so that a nation is a few.
 *
 * @param cells the numbers of those with rows
 * @param withAside of those of which something was once believed and is no more
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Runs(List<Rows> rows, int[] cells, int[] withAside) {

    private static final int ROWS_FOR_ONE = 1 << 17;

    static Runs of(Picture picture, int[] cells) {
        var rows = new ArrayList<Rows>();
        var run = Rows.NONE;
        for (var cell : cells) {
            var page = picture.pages().get(cell);
            if (page != null && page.rows() > 0) {
                if (run.isFollowedBy(page.standing())) {
                    run = run.and(page.standing());
                } else {
                    rows.add(run);
                    run = page.standing();
                }
            }
        }
        rows.add(run);
        return new Runs(
                List.copyOf(rows), some(picture, cells, CellPage::rows), some(picture, cells, CellPage::rowsAside));
    }

    private static int[] some(Picture picture, int[] cells, ToIntFunction<CellPage> count) {
        return IntStream.of(cells)
                .filter(cell -> {
                    var page = picture.pages().get(cell);
                    return page != null && count.applyAsInt(page) > 0;
                })
                .toArray();
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
