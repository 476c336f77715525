package vn.nentang.shell.web.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.membership.RosterLine;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Place;

/**
 * Suspended members whose suspension has passed its last day.
 *
 * @param inParts how many organisations are within reach, where a page is of some of them; null where it is of all
 */
public record SuspensionsPage(List<Row> rows, @Nullable Integer inParts, Pages pages) implements Page {

    public SuspensionsPage {
        rows = List.copyOf(rows);
    }

    public record Row(RosterLine line, LocalDate until, Place cell) {}

    @Override
    public String template() {
        return "suspensions";
    }
}
