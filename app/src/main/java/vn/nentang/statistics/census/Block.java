package vn.nentang.statistics.census;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What lies behind each other of pages that were written at once, so that a page itself is but its places in it: rows that
 * stand, rows set aside, levels, and on disk the ids of persons. Written once.
 */
record Block(Columns standing, Columns aside, ByteBuffer levels, Ids ids) {

    /** What the objects take beside what is in them. */
    private static final int HEADS = 104;

    /**
     * Writes pages.
     *
     * @param cells whose they are, by their numbers
     * @param pages by the number of the cell, to put them in; null for one nobody is on
     */
    static void write(List<CellPage.Draft> drafts, int[] cells, Ids ids, List<@Nullable CellPage> pages) {
        var levels = drafts.stream().map(CellPage.Draft::levels).toList();
        var block = new Block(
                new Columns(sum(drafts, CellPage.Draft::rows), cells),
                Columns.of(sum(drafts, CellPage.Draft::rowsAside)),
                ByteBuffer.allocate(sum(levels, one -> one.length)),
                ids);
        int at = 0;
        int atAside = 0;
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var put = block.levelsPut(levels.get(i));
            pages.set(cells[i], draft.isEmpty() ? null : draft.writtenInto(block, at, atAside, put));
            at += draft.rows();
            atAside += draft.rowsAside();
        }
    }

    /** Puts the levels of the next page. */
    int levelsPut(byte[] some) {
        var at = levels.position();
        levels.put(some);
        return at;
    }

    static <T> int sum(List<T> all, ToIntFunction<T> count) {
        return all.stream().mapToInt(count).reduce(0, Math::addExact);
    }

    long bytes() {
        return HEADS + standing.bytes() + aside.bytes() + levels.capacity();
    }
}
