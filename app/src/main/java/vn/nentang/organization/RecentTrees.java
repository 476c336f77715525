package vn.nentang.organization;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.Arrivals;
import vn.nentang.store.Reach;

/**
 * The trees of days asked for lately: every page needs one, and to read and sort the organisations of a nation takes seconds.
 * When something about some organisations arrives, these are read again and the trees go on from there. Whoever is about to
 * record reads the registers themselves.
 */
final class RecentTrees {

    private static final int ORGANIZATIONS_MOST = 1_000_000;
    private static final int CHANGED_MOST = 5_000;
    private static final String KIND = "organization";

    private final Arrivals arrivals;
    private final RowsOn rows;
    private final Map<LocalDate, OrganizationTree> trees = new LinkedHashMap<>(16, 0.75f, true);
    private long entries = -1;

    RecentTrees(Arrivals arrivals, RowsOn rows) {
        this.arrivals = arrivals;
        this.rows = rows;
    }

    OrganizationTree on(LocalDate date) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return read(date);
        }
        var last = Reach.whole(new Last(this), arrivals::last);
        var known = known(date, last);
        if (known != null) {
            return known;
        }
        var tree = read(date);
        keep(date, tree, last);
        return tree;
    }

    /** One place for all trees of a page. */
    private record Last(RecentTrees trees) implements Reach.Question<Long> {}

    private OrganizationTree read(LocalDate date) {
        return new OrganizationTree(rows.all(date));
    }

    private synchronized @Nullable OrganizationTree known(LocalDate date, long last) {
        if (last < entries) {
            trees.clear();
        } else if (last > entries && !trees.isEmpty()) {
            follow(arrivals.changed(KIND, entries, last).stream()
                    .map(subject -> OrganizationId.of(subject.substring(KIND.length() + 1)))
                    .collect(Collectors.toSet()));
        }
        entries = last;
        return trees.get(date);
    }

    private void follow(Set<OrganizationId> changed) {
        if (changed.size() > CHANGED_MOST) {
            trees.clear();
        } else if (!changed.isEmpty()) {
            trees.replaceAll((date, tree) -> tree.with(changed, rows.of(changed, date)));
        }
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
