package vn.nentang.shell.web.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Paper;
import vn.nentang.review.Cap;
import vn.nentang.review.ReviewReport.Share;
import vn.nentang.review.years.Targets;
import vn.nentang.shell.web.Bars;
import vn.nentang.shell.web.Page;

/**
 * Every year with decisions, latest first, for all within reach; and apart from them what was published of other years.
 *
 * @param published results of years before the ledger, as they were published
 */
public record YearsPage(Lines lines, List<Published> published) implements Page {

    public YearsPage {
        published = List.copyOf(published);
    }

    /** Whether there may be more published results than are shown. */
    public boolean isCut() {
        return published.size() == PublishedLines.MOST;
    }

    /**
     * The years.
     *
     * @param counted whether the census counted the members, not the report of each year
     * @param members a bar for each year, oldest first
     */
    public record Lines(List<Line> years, boolean counted, Bars members, List<ShownLevel> legend) {
        public Lines {
            years = List.copyOf(years);
            legend = List.copyOf(legend);
        }

        /** Whether the census still reads the ledger, so that members are not counted yet. */
        public boolean isWaiting() {
            return years.stream().anyMatch(year -> year.members() == null);
        }
    }

    /**
     * One year.
     *
     * @param members null while they are not counted yet
     * @param target of the organisations; null where there was none
     * @param source the regulation; null for a year without one
     */
    public record Line(
            int year,
            @Nullable Figures members,
            Share goodOrganizations,
            Targets.@Nullable Target target,
            @Nullable Citation source) {}

    /** The members of one year; the target is null where there was none. */
    public record Figures(int total, int classified, Share good, Targets.@Nullable Target target) {}

    /**
     * A published result.
     *
     * @param about members, cells or grassroots organisations, in words
     * @param total as published; empty where it was not
     * @param levels each level with its count or printed percentage
     * @param cap the top level against its cap; null where there are no counts
     * @param flags what does not add up, or must be known
     */
    public record Published(
            int year,
            String organization,
            String about,
            String total,
            String assessed,
            List<String> levels,
            List<Bars.Part> bar,
            @Nullable Cap cap,
            List<FlagLine> flags,
            Paper paper) {
        public Published {
            levels = List.copyOf(levels);
            bar = List.copyOf(bar);
            flags = List.copyOf(flags);
        }
    }

    /** A flag in words, and whether numbers contradict each other. */
    public record FlagLine(String sentence, boolean warns) {}

    @Override
    public String template() {
        return "review/years";
    }
}
