package vn.nentang.shell.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.membership.RosterLine;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Place;

/**
 * Probationary members whose recognition is due.
 *
 * @param inParts how many organisations are within reach, where a page is of some of them; null where it is of all
 */
public record ProbationPage(List<Row> rows, @Nullable Integer inParts, Pages pages) implements Page {

    public ProbationPage {
        rows = List.copyOf(rows);
    }

    public record Row(RosterLine line, Place cell) {}

    @Override
    public String template() {
        return "probation";
    }
}
