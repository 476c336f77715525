package vn.nentang.shell.web.committee;

import java.util.List;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;

/**
 * The committees within reach that need strengthening.
 *
 * @param within how many days ahead the end of a term is told
 * @param choices the numbers of days a reader can choose
 * @param organizations how many were looked at
 */
public record ShortfallsPage(List<Line> lines, int within, List<Integer> choices, int organizations) implements Page {

    public ShortfallsPage {
        lines = List.copyOf(lines);
        choices = List.copyOf(choices);
    }

    /** An organisation, the one above it, and what its committee lacks. */
    public record Line(Organization organization, String above, List<CommitteePage.Found> findings) {
        public Line {
            findings = List.copyOf(findings);
        }
    }

    @Override
    public String template() {
        return "committee/shortfalls";
    }
}
