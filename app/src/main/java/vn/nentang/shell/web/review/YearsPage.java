package vn.nentang.shell.web.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Paper;
import vn.nentang.review.Cap;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.years.Targets;
import vn.nentang.shell.web.Bars;
import vn.nentang.shell.web.Page;

/**
 * Every year with decisions, latest first, for all within reach; and apart from them what was published of other years.
 *
 * @param targets what a year's results are held against
 * @param published results of years before the ledger, as they were published
 */
public record YearsPage(
        List<ReviewReport> years, Targets targets, Bars members, List<ShownLevel> legend, List<Published> published)
        implements Page {

    public YearsPage {
        years = List.copyOf(years);
        legend = List.copyOf(legend);
        published = List.copyOf(published);
    }

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

    /** What members were to reach in a year; null where there was no target. */
    public Targets.@Nullable Target memberTarget(ReviewReport report) {
        return targets.members(report).orElse(null);
    }

    /** The same of organisations. */
    public Targets.@Nullable Target organizationTarget(ReviewReport report) {
        return targets.organizations(report).orElse(null);
    }

    @Override
    public String template() {
        return "review/years";
    }
}
