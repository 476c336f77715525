package vn.nentang.shell.web.review;

import java.util.List;
import vn.nentang.organization.Organization;
import vn.nentang.review.years.Changes;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Pages;

/**
 * Years in a row of every organisation below one, and the titles of units beside them.
 *
 * @param years those with results, latest first
 * @param recognised who has been recognised for many years
 * @param found how many organisations there are in all
 * @param decides whether the viewer may record the title of a unit
 */
public record StreaksPage(
        int year,
        List<Integer> years,
        Organization organization,
        List<Organization> path,
        Recognised recognised,
        int found,
        List<Row> rows,
        List<ShownLevel> legend,
        List<Changes.Note> notes,
        boolean decides,
        Pages pages)
        implements Page {

    public StreaksPage {
        years = List.copyOf(years);
        path = List.copyOf(path);
        rows = List.copyOf(rows);
        legend = List.copyOf(legend);
        notes = List.copyOf(notes);
    }

    /**
     * How many have come so many years in a row.
     *
     * @param years how many, as the rules of rewards say; zero where they say nothing
     */
    public record Recognised(int years, long good, long top) {}

    /**
     * One organisation.
     *
     * @param predecessors a sentence for each it took over
     * @param title of the unit; empty where none was recorded
     * @param contradiction of title and level; empty where there is none
     */
    public record Row(
            Organization organization,
            String type,
            List<YearMark> marks,
            String good,
            String goodEnd,
            String top,
            String topEnd,
            List<String> predecessors,
            String title,
            String contradiction) {
        public Row {
            marks = List.copyOf(marks);
            predecessors = List.copyOf(predecessors);
        }
    }

    public String address() {
        return "/reviews/streaks?org=%s&year=%d".formatted(organization.id(), year);
    }

    @Override
    public String template() {
        return "review/streaks";
    }
}
