package vn.nentang.review.years;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReport.Share;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.Ruling;

/** The targets a Party organisation sets itself for a year, and whether its results reach them. */
@Component
public final class Targets {

    private final Rulebook rulebook;

    public Targets(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** A target and what was reached; compared exactly, never as a rounded percentage. */
    public record Target(Ruling least, Share share) {
        public boolean isReached() {
            var needed = least.number().multiply(BigDecimal.valueOf(share.whole()));
            return share.whole() > 0 && BigDecimal.valueOf(share.part()).compareTo(needed) >= 0;
        }
    }

    /** Members completing well or better; empty where the rulebook has no target for the year. */
    public Optional<Target> members(ReviewReport report) {
        return members(report.asOf(), report.goodMembers());
    }

    /** The same of members counted otherwise, on the day a year is judged. */
    public Optional<Target> members(LocalDate asOf, Share share) {
        return target("review.target.members-good", asOf, share);
    }

    /** Organisations clean and strong, today completing well or better; empty where there is no target. */
    public Optional<Target> organizations(ReviewReport report) {
        return organizations(report.asOf(), report.goodOrganizations());
    }

    /** The same of organisations counted otherwise, on the day a year is judged. */
    public Optional<Target> organizations(LocalDate asOf, Share share) {
        return target("review.target.organizations-good", asOf, share);
    }

    private Optional<Target> target(String key, LocalDate asOf, Share share) {
        return rulebook.on(asOf).findRuling(key).map(least -> new Target(least, share));
    }
}
