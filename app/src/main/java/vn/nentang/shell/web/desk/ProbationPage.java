package vn.nentang.shell.web.desk;

import java.util.List;
import vn.nentang.membership.RosterLine;
import vn.nentang.shell.web.Page;

/** Probationary members whose recognition is due. */
public record ProbationPage(List<Row> rows) implements Page {

    public ProbationPage {
        rows = List.copyOf(rows);
    }

    public record Row(RosterLine line, String cellName) {}

    @Override
    public String template() {
        return "probation";
    }
}
