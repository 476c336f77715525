package vn.nentang.statistics.census;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;

/**
 * The census as of one entry of the ledger. Whoever reads one is not disturbed by the next.
 *
 * @param entries the place of the last entry in it
 * @param numbers the number of each organisation; shared by all pictures and only added to
 * @param pages by the number of the cell; null where nobody ever stood on a roll
 * @param runs of walks asked for lately
 */
record Picture(
        long entries,
        Map<OrganizationId, Integer> numbers,
        Tree tree,
        List<@Nullable CellPage> pages,
        Written written,
        Map<int[], Runs> runs) {

    /**
     * How many rows were written: when all pages were last written one behind the other, and since.
     *
     * <p>A page that is written anew leaves its old rows lying and breaks a run. When as many lie so as are in use, all are
     * written once more.
     */
    record Written(long whole, long since) {

        private static final long SOME = 1_000;

        boolean isWorn() {
            return since > whole + SOME;
        }
    }

    Picture(
            long entries,
            Map<OrganizationId, Integer> numbers,
            Tree tree,
            List<@Nullable CellPage> pages,
            Written written) {
        this(entries, numbers, tree, pages, written, Collections.synchronizedMap(new WeakHashMap<>()));
    }

    /** Kept as long as the tree keeps the walk. */
    Runs runs(int[] cells) {
        return cells.length < Tree.WORTH_KEEPING
                ? Runs.of(this, cells)
                : runs.computeIfAbsent(cells, some -> Runs.of(this, some));
    }

    /** Member-periods that stand. */
    long periods() {
        return pages.stream().mapToLong(page -> page == null ? 0 : page.rows()).sum();
    }

    /** What the pages take, heads of arrays and objects and the years kept by row included, the tree not. */
    long bytes() {
        var columns = Collections.newSetFromMap(new IdentityHashMap<Columns, Boolean>());
        pages.stream()
                .filter(Objects::nonNull)
                .forEach(page -> columns.add(page.standing().columns()));
        return pages.stream().mapToLong(page -> page == null ? 0 : page.bytes()).sum()
                + columns.stream().mapToLong(Columns::bytesOfYears).sum();
    }
}
