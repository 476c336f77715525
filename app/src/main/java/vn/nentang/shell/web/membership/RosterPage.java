package vn.nentang.shell.web.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.membership.RosterLine;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.KnownAt;
import vn.nentang.shell.web.Page;

/**
 * Members of an organisation and all below it on one day.
 *
 * @param path from the top of the reach down to the organisation itself
 * @param words what the reader looks for; empty for everyone
 * @param total on the roll before looking for words
 * @param found after it, on all pages together
 * @param standings how many of each standing, before looking for words
 */
public record RosterPage(
        Organization organization,
        List<Organization> path,
        KnownAt knownAt,
        String words,
        int total,
        int found,
        List<Standings> standings,
        List<Row> rows,
        boolean severalCells,
        Pages pages)
        implements Page {

    public RosterPage {
        path = List.copyOf(path);
        standings = List.copyOf(standings);
        rows = List.copyOf(rows);
    }

    public record Standings(String code, long count) {}

    /** One line with its running number in the whole list. */
    public record Row(int number, RosterLine line, String sex, String ethnicity, String cellName) {}

    /** Where in the list the page stands; pages count from 1. */
    public record Pages(int page, int last) {
        static final int ROWS = 100;

        static Pages of(int wanted, int rows) {
            var last = Math.max(1, Math.ceilDiv(rows, ROWS));
            return new Pages(Math.clamp(wanted, 1, last), last);
        }

        int from() {
            return (page - 1) * ROWS;
        }

        public @Nullable Integer previous() {
            return page > 1 ? page - 1 : null;
        }

        public @Nullable Integer next() {
            return page < last ? page + 1 : null;
        }
    }

    /** This roster with other words or another page. */
    public String address(int page) {
        return address(organization.id(), words, knownAt, page);
    }

    static String address(OrganizationId organization, String words, KnownAt knownAt, int page) {
        return "/organizations/%s/roster?q=%s&known-at=%s&page=%d"
                .formatted(organization, vn.nentang.shell.web.Frame.encoded(words), knownAt.text(), page);
    }

    @Override
    public String template() {
        return "membership/roster";
    }
}
