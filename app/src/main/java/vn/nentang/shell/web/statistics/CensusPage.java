package vn.nentang.shell.web.statistics;

import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Bars;
import vn.nentang.shell.web.KnownAt;
import vn.nentang.shell.web.Page;

/**
 * Members of an organisation and all below it, counted by one or two attributes.
 *
 * @param path from the top of the reach down to the organisation itself
 * @param columns of the table; one without a name where members are counted by one attribute
 * @param years how many there were at the end of each year, and on the day itself; empty where only the day was asked for
 * @param above the way up, without the organisation itself
 * @param below how many each organisation directly below has
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
        List<Above> above,
        Bars below,
        Slider slider,
        List<String> drafts,
        long entries)
        implements Page {

    public CensusPage {
        path = List.copyOf(path);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        above = List.copyOf(above);
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

    /** An organisation above this one, and its figures. */
    public record Above(String name, String path) {}

    /**
     * Months to slide over, counted from the first.
     *
     * @param first as the calendar writes a month: 2016-01
     */
    public record Slider(String first, int last, int at) {

        static Slider over(AsOf asOf, int years) {
            var first = YearMonth.of(asOf.today().getYear() - years, Month.JANUARY);
            var last = (int) first.until(YearMonth.from(asOf.today()), ChronoUnit.MONTHS);
            var at = (int) first.until(YearMonth.from(asOf.date()), ChronoUnit.MONTHS);
            return new Slider(first.toString(), last, Math.clamp(at, 0, last));
        }
    }

    @Override
    public String template() {
        return "statistics/census";
    }

    @Override
    public boolean countsLive() {
        return true;
    }
}
