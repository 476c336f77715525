package vn.nentang.shell.web.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.membership.RosterLine;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Place;

/**
 * The people behind a figure of the census.
 *
 * @param figure the way back to it
 * @param named what they have in common, in words
 * @param next where the list goes on; null after the last
 */
public record CensusPeoplePage(
        Organization organization,
        List<Organization> path,
        String figure,
        List<String> named,
        List<Row> rows,
        @Nullable String next)
        implements Page {

    public CensusPeoplePage {
        path = List.copyOf(path);
        named = List.copyOf(named);
        rows = List.copyOf(rows);
    }

    public record Row(RosterLine line, String sex, Place cell) {}

    @Override
    public String template() {
        return "statistics/people";
    }
}
