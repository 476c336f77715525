package vn.nentang.review.years;

import java.math.BigDecimal;
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
        return target("review.target.members-good", report, report.goodMembers());
    }

    /** Organisations clean and strong, today completing well or better; empty where there is no target. */
    public Optional<Target> organizations(ReviewReport report) {
        return target("review.target.organizations-good", report, report.goodOrganizations());
    }

    private Optional<Target> target(String key, ReviewReport report, Share share) {
        return rulebook.on(report.asOf()).findRuling(key).map(least -> new Target(least, share));
    }
}
