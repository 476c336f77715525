package vn.nentang.review.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.Entry;
import vn.nentang.review.round.RoundEvent.Deadlines;
import vn.nentang.review.round.RoundEvent.Group;
import vn.nentang.review.round.RoundEvent.ReportSent;
import vn.nentang.review.round.RoundEvent.RoundOpened;

/**
 * The round of a year as a committee opened it for itself and all below it.
 *
 * @param openedOn the day it was first opened
 * @param paper of the last opening
 * @param sent the last report that went up; null before that
 * @param sentOn null before a report went up
 */
public record Round(
        OrganizationId organization,
        int year,
        String regime,
        List<Group> groups,
        Deadlines deadlines,
        LocalDate openedOn,
        Paper paper,
        @Nullable ReportSent sent,
        @Nullable LocalDate sentOn) {

    public Round {
        groups = List.copyOf(groups);
    }

    /** Empty while nobody has opened it. */
    static Optional<Round> fold(List<Entry<RoundEvent>> entries) {
        Round round = null;
        for (var entry : entries) {
            if (entry.event() instanceof RoundOpened e) {
                round = opened(e, entry, round);
            } else if (round != null && entry.event() instanceof ReportSent e) {
                round = round.sent(e, entry.effectiveOn());
            }
        }
        return Optional.ofNullable(round);
    }

    private static Round opened(RoundOpened e, Entry<?> entry, @Nullable Round before) {
        return new Round(
                e.organization(),
                e.year(),
                e.regime(),
                e.groups(),
                e.deadlines(),
                before == null ? entry.effectiveOn() : before.openedOn(),
                entry.paper(),
                before == null ? null : before.sent(),
                before == null ? null : before.sentOn());
    }

    private Round sent(ReportSent report, LocalDate on) {
        return new Round(organization, year, regime, groups, deadlines, openedOn, paper, report, on);
    }

    public Optional<Group> group(String code) {
        return groups.stream().filter(group -> group.code().equals(code)).findFirst();
    }

    /** The groups a kind of member may stand in. */
    public List<Group> groupsOf(String kind) {
        return groups.stream().filter(group -> group.kinds().contains(kind)).toList();
    }
}
