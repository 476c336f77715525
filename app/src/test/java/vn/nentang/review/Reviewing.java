package vn.nentang.review;

import static vn.nentang.simulation.Acts.day;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.TestLedger;
import vn.nentang.review.ReviewEvent.MemberClassified;
import vn.nentang.review.ReviewEvent.OrganizationClassified;
import vn.nentang.review.ReviewEvent.Outcome;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

/** Short words for what the tests of reviews record. */
record Reviewing(World world) {

    static Outcome level(String regime, String level) {
        return new Outcome(regime, level, null, level, null, List.of());
    }

    static Outcome differs(String level, @Nullable String because) {
        return new Outcome("QD366", level, null, "HTT", because, List.of());
    }

    static Outcome notClassified(String regime, String reason) {
        return new Outcome(regime, null, reason, null, null, List.of());
    }

    Answer member(PersonId person, int year, OrganizationId cell, @Nullable String group, Outcome outcome) {
        return decide(new MemberClassified(person, year, cell, group, outcome), Acts.PAPER);
    }

    Answer organization(OrganizationId organization, int year, Outcome outcome) {
        return decide(new OrganizationClassified(organization, year, outcome), Acts.PAPER);
    }

    Answer decide(ReviewEvent event, Paper paper) {
        var decided = new Decided(event, day(event.year() + "-12-20"), paper);
        return world.reviewDesk.recordAll(TestLedger.command(event), List.of(decided));
    }

    ReviewResults results() {
        return new ReviewResults(world.base.sql, new ReviewYears(World.RULEBOOK));
    }

    ReviewReports reports() {
        return new ReviewReports(world.organizations, results(), World.RULEBOOK);
    }
}
