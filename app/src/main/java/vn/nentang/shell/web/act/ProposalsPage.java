package vn.nentang.shell.web.act;

import java.util.List;
import vn.nentang.membership.Proposals.Proposal;
import vn.nentang.shell.web.Page;

/** What waits for a decision, oldest first. */
public record ProposalsPage(List<Row> rows) implements Page {

    public ProposalsPage {
        rows = List.copyOf(rows);
    }

    /** One proposal: what, about whom, of which cell. */
    public record Row(Proposal proposal, String title, String name, String cell) {}

    @Override
    public String template() {
        return "act/proposals";
    }
}
