package vn.nentang.shell.web.review;

import java.util.List;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;

/**
 * The organisations behind a figure of a year.
 *
 * @param kind cells, grassroots or all
 * @param what the level or reason in words; empty for all
 */
public record OrganizationsPage(
        int year, Organization organization, List<Organization> path, String kind, String what, List<Row> rows)
        implements Page {

    public OrganizationsPage {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
    }

    public record Row(Organization organization, String type, String outcome, String because) {}

    @Override
    public String template() {
        return "review/organizations";
    }
}
