package vn.nentang.statistics.census;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;

/**
 * The census as of one entry of the ledger. Whoever reads one is not disturbed by the next.
 *
 * @param entries the place of the last entry in it
 * @param numbers the number of each organisation; shared by all pictures and only added to
 * @param pages by the number of the cell; null where nobody ever stood on a roll
 */
record Picture(long entries, Map<OrganizationId, Integer> numbers, Tree tree, List<@Nullable CellPage> pages) {

    /** Member-periods that stand. */
    long periods() {
        return pages.stream().mapToLong(page -> page == null ? 0 : page.rows()).sum();
    }

    /** What the pages take, heads of arrays and objects included, the tree not. */
    long bytes() {
        return pages.stream().mapToLong(page -> page == null ? 0 : page.bytes()).sum();
    }
}
