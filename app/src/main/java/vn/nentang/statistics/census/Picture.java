package vn.nentang.statistics.census;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;

/**
 * The census as of one entry of the ledger. Whoever reads one is not disturbed by the next.
 *
 * @param entries the place of the last entry in it
 * @param numbers the number of each organisation; shared by all pictures and only added to
 * @param pages by the number of the cell; null where nobody ever stood on a roll
 * @param ids where those of persons are added who come next
 * @param runs of walks asked for lately
 */
record Picture(
        long entries,
        Map<OrganizationId, Integer> numbers,
        Tree tree,
        List<@Nullable CellPage> pages,
        Written written,
        Ids ids,
        Map<int[], Runs> runs) {

    /** What a list takes for each place. */
    private static final long BYTES_OF_A_PLACE = 4;

    private static final int CELLS_AT_ONCE = 20_000;

    /**
     * How many rows are in use, and how many lie beside them that are not.
     *
     * <p>A page that is written anew leaves its old rows lying and breaks a run. When as many lie so as are in use, all are
     * written once more.
     */
    record Written(long inUse, long lying) {

        private static final long SOME = 1_000;

        boolean isWorn() {
            return lying > inUse + SOME;
        }

        /** @param left rows of pages that were written anew */
        Written and(long rows, long left) {
            return new Written(inUse + rows - left, lying + left);
        }
    }

    Picture(
            long entries,
            Map<OrganizationId, Integer> numbers,
            Tree tree,
            List<@Nullable CellPage> pages,
            Written written,
            Ids ids) {
        this(entries, numbers, tree, pages, written, ids, Collections.synchronizedMap(new WeakHashMap<>()));
    }

    /** Nothing has been read yet. */
    static Picture none(Ids ids) {
        return new Picture(0, new ConcurrentHashMap<>(), new Tree(List.of()), List.of(), new Written(0, 0), ids);
    }

    /** Kept as long as the tree keeps the walk. */
    Runs runs(int[] cells) {
        return cells.length < Tree.WORTH_KEEPING
                ? Runs.of(this, cells)
                : runs.computeIfAbsent(cells, some -> Runs.of(this, some));
    }

    /** The same, with all its pages written once more behind each other, so many at a time as are little beside them all. */
    Picture rewritten() {
        var anew = new ArrayList<@Nullable CellPage>(pages);
        var others = ids.anew();
        var cells = tree.inOrder(IntStream.range(0, pages.size())
                .filter(cell -> pages.get(cell) != null)
                .boxed()
                .toList());
        for (int from = 0; from < cells.size(); from += CELLS_AT_ONCE) {
            var some = cells.subList(from, Math.min(cells.size(), from + CELLS_AT_ONCE)).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            var drafts = IntStream.of(some)
                    .mapToObj(cell -> new CellPage.Draft(Objects.requireNonNull(pages.get(cell)), Set.of()))
                    .toList();
            Block.write(drafts, some, others, anew);
        }
        return new Picture(
                entries, numbers, tree, Collections.unmodifiableList(anew), new Written(written.inUse(), 0), others);
    }

    /** Member-periods that stand. */
    long periods() {
        return pages.stream().mapToLong(page -> page == null ? 0 : page.rows()).sum();
    }

    /**
     * What the pages take, heads of arrays and objects, rows that were left lying and the levels kept by row included; the tree
     * is not, nor are the ids of persons, which lie on disk.
     */
    long bytes() {
        Set<Block> blocks = Collections.newSetFromMap(new IdentityHashMap<>());
        var bytes = pages.size() * BYTES_OF_A_PLACE;
        for (var page : pages) {
            bytes += page == null ? 0 : CellPage.BYTES;
            bytes += page != null && blocks.add(page.block()) ? page.block().bytes() : 0;
        }
        return bytes;
    }
}
