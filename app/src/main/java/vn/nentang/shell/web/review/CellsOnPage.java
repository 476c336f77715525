package vn.nentang.shell.web.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.shell.web.Pages;

/**
 * Which cells stand on one page of a list of members that goes through them in order: they alone are read.
 *
 * @param skipped how many members of the first of them stand on the pages before
 */
record CellsOnPage(List<OrganizationId> cells, int skipped) {

    CellsOnPage {
        cells = List.copyOf(cells);
    }

    /** @param counts how many members each cell has in the list; one that is left out has none */
    static CellsOnPage of(List<OrganizationId> cells, Map<OrganizationId, Integer> counts, Pages pages) {
        var end = pages.from() + pages.rows();
        var shown = new ArrayList<OrganizationId>();
        var skipped = 0;
        var before = 0;
        for (var cell : cells) {
            var after = before + counts.getOrDefault(cell, 0);
            if (after > Math.max(before, pages.from()) && before < end) {
                skipped = shown.isEmpty() ? Math.max(0, pages.from() - before) : skipped;
                shown.add(cell);
            }
            before = after;
        }
        return new CellsOnPage(shown, skipped);
    }
}
