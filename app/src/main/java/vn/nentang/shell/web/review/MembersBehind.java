package vn.nentang.shell.web.review;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewResults.MemberResult;
import vn.nentang.shell.web.Pages;

/**
 * One page of the members behind a figure: cell by cell in the order of the tree, by name in each. All of them are counted; read
 * are those of the cells on the page.
 *
 * @param found on all pages together
 */
record MembersBehind(int found, List<MemberResult> shown, Pages pages) {

    MembersBehind {
        shown = List.copyOf(shown);
    }

    /**
     * Finds them.
     *
     * @param cells in the order of the tree
     * @param isMeant whether an outcome belongs to the figure; see {@link Outcomes#code}
     */
    static MembersBehind of(
            ReviewResults results, int year, List<OrganizationId> cells, Predicate<String> isMeant, int page) {
        var counts = new HashMap<OrganizationId, Integer>();
        results.memberCounts(year, cells).stream()
                .filter(count -> isMeant.test(Outcomes.code(count.level(), count.notClassified())))
                .forEach(count -> counts.merge(count.cell(), count.number(), Integer::sum));
        var found = counts.values().stream().reduce(0, Integer::sum);
        var pages = Pages.of(page, found);
        var on = CellsOnPage.of(cells, counts, pages);
        var shown = results.members(year, on.cells()).stream()
                .filter(one -> isMeant.test(Outcomes.code(one.level(), one.notClassified())))
                .sorted(Comparator.comparingInt(one -> on.cells().indexOf(one.cell())))
                .skip(on.skipped())
                .limit(pages.rows())
                .toList();
        return new MembersBehind(found, shown, pages);
    }
}
