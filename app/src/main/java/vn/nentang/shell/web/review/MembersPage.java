package vn.nentang.shell.web.review;

import java.time.LocalDate;
import java.util.List;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewResults;
import vn.nentang.shell.web.Frame;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Place;

/**
 * The members behind a figure of a year.
 *
 * @param asOf the day on which the year is judged
 * @param code of the level or reason; empty for all
 * @param what the same in words
 * @param found on all pages together
 */
public record MembersPage(
        int year,
        LocalDate asOf,
        Organization organization,
        List<Organization> path,
        String code,
        String what,
        int found,
        List<Row> rows,
        Pages pages)
        implements Page {

    public MembersPage {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
    }

    public record Row(ReviewResults.MemberResult result, Place cell, String outcome, String allowed) {}

    /** This list; a page can be added. */
    public String address() {
        return "/reviews/%d/members?org=%s&what=%s".formatted(year, organization.id(), Frame.encoded(code));
    }

    @Override
    public String template() {
        return "review/members";
    }
}
