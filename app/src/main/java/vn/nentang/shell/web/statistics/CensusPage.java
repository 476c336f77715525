package vn.nentang.shell.web.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Bars;
import vn.nentang.shell.web.KnownAt;
import vn.nentang.shell.web.Page;

/**
 * Members of an organisation and all below it, counted by one or two attributes.
 *
 * @param path from the top of the reach down to the organisation itself
 * @param columns of the table; one without a name where members are counted by one attribute
 * @param years how many there were at the end of each year, and on the day itself
 * @param drafts names of what is counted by lists of our own, which no paper gives
 * @param entries how far the ledger had been read
 */
public record CensusPage(
        Organization organization,
        List<Organization> path,
        String own,
        KnownAt knownAt,
        Choices choices,
        long members,
        String rowsTitle,
        @Nullable String columnsTitle,
        List<String> columns,
        List<Row> rows,
        Bars shares,
        Bars years,
        List<Below> below,
        List<String> drafts,
        long entries)
        implements Page {

    public CensusPage {
        path = List.copyOf(path);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        below = List.copyOf(below);
        drafts = List.copyOf(drafts);
    }

    /** What can be chosen, and what is. */
    public record Choices(List<Choice> first, List<Choice> second, List<Choice> years, boolean today) {
        public Choices {
            first = List.copyOf(first);
            second = List.copyOf(second);
            years = List.copyOf(years);
        }
    }

    public record Choice(String code, String name, boolean chosen) {}

    /** A figure and the list of people it opens to; no list of nobody. */
    public record Cell(long members, String path) {}

    public record Row(String name, Cell total, double share, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** An organisation directly below. */
    public record Below(OrganizationId id, String name, String type, long members, String path) {}

    @Override
    public String template() {
        return "statistics/census";
    }
}
