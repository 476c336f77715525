package vn.nentang.shell.web.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewReport.Share;
import vn.nentang.review.years.Targets;
import vn.nentang.shell.web.Page;

/**
 * What matters today, for whoever reads it.
 *
 * @param home where the reader's work lies; null for those who have none
 * @param members on all rolls within reach; null for those who may not know, and while many are being counted
 * @param headlines figures of the reviews, latest year first in each; empty while none was recorded
 */
public record DeskPage(
        @Nullable Organization home,
        int organizations,
        @Nullable Integer members,
        List<Headline> headlines,
        List<Wait> waits)
        implements Page {

    public DeskPage {
        headlines = List.copyOf(headlines);
        waits = List.copyOf(waits);
    }

    /**
     * A figure through the years.
     *
     * @param key of its name
     * @param target of the latest year; null where there is none
     */
    public record Headline(String key, List<Year> years, Targets.@Nullable Target target) {
        public Headline {
            years = List.copyOf(years);
        }

        public Year latest() {
            return years.getFirst();
        }
    }

    /** One year of a figure, and the list behind it. */
    public record Year(int year, Share share, String path) {

        /** Length of the bar in percent. */
        public double length() {
            return share.percent().orElse(0);
        }
    }

    /**
     * Something that waits.
     *
     * @param count null where it is not counted here
     * @param key of the sentence
     * @param days named in the sentence
     * @param path where it is dealt with
     */
    public record Wait(@Nullable Integer count, String key, List<LocalDate> days, String path) {

        public Wait {
            days = List.copyOf(days);
        }

        Wait(int count, String key, String path) {
            this(count, key, List.of(), path);
        }

        static Wait notCounted(String key, String path) {
            return new Wait(null, key, List.of(), path);
        }

        /** Unless it is counted and there is none. */
        boolean isThere() {
            return count == null || count > 0;
        }
    }

    @Override
    public String template() {
        return "desk";
    }
}
