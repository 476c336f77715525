package vn.nentang.organization;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.nentang.ledger.Arrivals;

/**
 * The trees of days asked for lately, kept until something about an organisation arrives: every page needs one, and to read and
 * sort the organisations of a nation takes seconds. Whoever is about to record reads the registers themselves.
 */
final class RecentTrees {

    private static final int ORGANIZATIONS_MOST = 1_000_000;
    private static final String KIND = "organization";

    private final Arrivals arrivals;
    private final Map<LocalDate, OrganizationTree> trees = new LinkedHashMap<>(16, 0.75f, true);
    private long entries = -1;

    RecentTrees(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    OrganizationTree on(LocalDate date, Function<LocalDate, OrganizationTree> read) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return read.apply(date);
        }
        var last = arrivals.last();
        var known = known(date, last);
        if (known != null) {
            return known;
        }
        var tree = read.apply(date);
        keep(date, tree, last);
        return tree;
    }

    private synchronized @Nullable OrganizationTree known(LocalDate date, long last) {
        if (last != entries) {
            if (last < entries || !arrivals.changed(KIND, entries, last).isEmpty()) {
                trees.clear();
            }
            entries = last;
        }
        return trees.get(date);
    }

    /** What was read may be newer than the place it is kept under, never older; then the next question reads again. */
    private synchronized void keep(LocalDate date, OrganizationTree tree, long last) {
        if (last == entries) {
            trees.put(date, tree);
            var oldest = trees.entrySet().iterator();
            while (trees.values().stream().mapToInt(OrganizationTree::size).sum() > ORGANIZATIONS_MOST
                    && trees.size() > 1) {
                oldest.next();
                oldest.remove();
            }
        }
    }
}
