package vn.nentang.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
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

    private static final int ORGANIZATIONS_MOST = 3_000_000;
    private static final int SOON_READ = 20_000;
    private static final int FEW = 1_000;
    private static final int CHANGED_MOST = 5_000;
    private static final String KIND = "organization";

    private final Arrivals arrivals;
    private final RowsOn rows;
    private final SequencedMap<LocalDate, OrganizationTree> trees = new LinkedHashMap<>(16, 0.75f, true);
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
        var tree = new OrganizationTree(shared(rows.all(date)));
        keep(date, tree, last);
        return tree;
    }

    /** Those that stand the same in the tree asked for last are taken from there: a further tree costs its pointers. */
    private Collection<Organization> shared(Collection<Organization> read) {
        var another = latest();
        return another == null
                ? read
                : read.stream()
                        .map(one -> another.find(one.id()).filter(one::equals).orElse(one))
                        .toList();
    }

    private synchronized @Nullable OrganizationTree latest() {
        var latest = trees.lastEntry();
        return latest == null ? null : latest.getValue();
    }

    /**
     * A tree that holds at least an organisation and what stands below it. Where the tree of the day is not at hand and others are
     * large, no more is read than that, if it is little.
     */
    OrganizationTree around(OrganizationId top, LocalDate date) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            var known = known(date, Reach.whole(new Last(this), arrivals::last));
            if (known != null) {
                return known;
            }
            var another = latest();
            if (another != null && another.size() <= SOON_READ) {
                return on(date);
            }
        }
        var few = rows.below(top, date, FEW + 1);
        return few.size() > FEW ? on(date) : new OrganizationTree(few);
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
