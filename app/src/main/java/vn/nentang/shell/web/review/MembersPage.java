package vn.nentang.shell.web.review;

import java.util.List;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewResults;
import vn.nentang.shell.web.Page;

/**
 * The members behind a figure of a year.
 *
 * @param what the level or reason in words; empty for all
 */
public record MembersPage(int year, Organization organization, List<Organization> path, String what, List<Row> rows)
        implements Page {

    public MembersPage {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
    }

    public record Row(ReviewResults.MemberResult result, String cellName, String outcome, String allowed) {}

    @Override
    public String template() {
        return "review/members";
    }
}
