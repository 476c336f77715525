package vn.nentang.shell.web.review;

import java.util.List;
import vn.nentang.review.ReviewReport;
import vn.nentang.shell.web.Bars;
import vn.nentang.shell.web.Page;

/** Every year with decisions, latest first, for all within reach. */
public record YearsPage(List<ReviewReport> years, Bars members, List<ShownLevel> legend) implements Page {

    public YearsPage {
        years = List.copyOf(years);
        legend = List.copyOf(legend);
    }

    @Override
    public String template() {
        return "review/years";
    }
}
