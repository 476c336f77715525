package vn.nentang.shell.web.desk;

import java.time.LocalDate;
import java.util.List;
import vn.nentang.membership.RosterLine;
import vn.nentang.shell.web.Page;

/** Suspended members whose suspension has passed its last day. */
public record SuspensionsPage(List<Row> rows) implements Page {

    public SuspensionsPage {
        rows = List.copyOf(rows);
    }

    public record Row(RosterLine line, LocalDate until, String cellName) {}

    @Override
    public String template() {
        return "suspensions";
    }
}
