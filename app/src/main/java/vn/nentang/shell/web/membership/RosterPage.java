package vn.nentang.shell.web.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.membership.RosterLine;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Frame;
import vn.nentang.shell.web.KnownAt;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Place;

/**
 * Members of an organisation and all below it on one day.
 *
 * @param path from the top of the reach down to the organisation itself
 * @param words what the reader looks for; empty for everyone
 * @param total on the roll before looking for words
 * @param found after it, on all pages together
 * @param standings how many of each standing, before looking for words
 * @param records whether the reader may add members to this very roll
 * @param inParts how many organisations the whole is of, where a page is of some of them; null where it is of all
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
        boolean records,
        @Nullable Integer inParts,
        Pages pages)
        implements Page {

    public RosterPage {
        path = List.copyOf(path);
        standings = List.copyOf(standings);
        rows = List.copyOf(rows);
    }

    public record Standings(String code, long count) {}

    /** One line with its running number in the whole list. */
    public record Row(int number, RosterLine line, String sex, String ethnicity, Place cell) {}

    /** This roster; a page can be added. */
    public String address() {
        return "/organizations/%s/roster?q=%s&known-at=%s"
                .formatted(organization.id(), Frame.encoded(words), knownAt.text());
    }

    /** Everybody of this roster as a file. */
    public String download(String ending) {
        return "/organizations/%s/roster.%s?known-at=%s".formatted(organization.id(), ending, knownAt.text());
    }

    @Override
    public String template() {
        return "membership/roster";
    }
}
