package vn.nentang.shell.web.committee;

import java.util.List;
import vn.nentang.committee.ElectionMinutes;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;

/**
 * The counting minutes as a page to print.
 *
 * @param back the election's own page
 */
public record MinutesPage(List<Organization> path, String back, ElectionMinutes minutes) implements Page {

    public MinutesPage {
        path = List.copyOf(path);
    }

    @Override
    public String template() {
        return "committee/minutes";
    }
}
