package vn.nentang.desk;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nentang.committee.Strengthening;
import vn.nentang.kernel.Citation;
import vn.nentang.membership.People;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Standing;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.Rulebook;

/** What waits to be done on a day. */
@Component
public final class Duties {

    private static final String PROBATION = "probation.length";
    private static final String REVIEW_FINISHED = "review.deadline.finish";

    private final Rulebook rulebook;
    private final People people;
    private final Strengthening strengthening;

    Duties(Rulebook rulebook, People people, Strengthening strengthening) {
        this.strengthening = strengthening;
        this.rulebook = rulebook;
        this.people = people;
    }

    /** A suspended member, and the last day of the suspension. */
    public record SuspensionOver(RosterLine line, LocalDate until) {}

    /** Those of a roster whose suspension has passed its last day by the day and was not lifted. */
    public List<SuspensionOver> suspensionsOver(List<RosterLine> roster, LocalDate on) {
        var suspended = roster.stream()
                .filter(line -> line.standing() == Standing.SUSPENDED)
                .toList();
        var until =
                people.suspendedUntil(suspended.stream().map(RosterLine::person).toList(), on);
        return suspended.stream()
                .flatMap(line -> Stream.ofNullable(until.get(line.person()))
                        .filter(last -> last.isBefore(on))
                        .map(last -> new SuspensionOver(line, last)))
                .toList();
    }

    /** Those of a roster whose probation has surely ended by the day and who are not yet recognised. */
    public List<RosterLine> probationEnded(List<RosterLine> roster, LocalDate on) {
        return roster.stream()
                .filter(line -> line.standing() == Standing.PROBATIONARY && hasEnded(line, on))
                .toList();
    }

    /** By the length in force on the day of admission; a day known only in part counts as its last. */
    private boolean hasEnded(RosterLine line, LocalDate on) {
        var admitted = line.admittedOn();
        return admitted != null
                && rulebook.on(admitted.lastDay())
                        .findRuling(PROBATION)
                        .map(ruling -> on.isAfter(admitted.lastDay().plus(ruling.period())))
                        .orElse(false);
    }

    /** How many committees of these organisations need strengthening (kiện toàn) on the day. */
    public int committeesToStrengthen(List<Organization> organizations, LocalDate on) {
        return strengthening.shortfalls(organizations, on, 0).size();
    }

    /** The review of a year, and the day before which it is finished. */
    public record ReviewDue(int year, LocalDate before) {}

    /** The review of the running year, in the quarter of its deadline. */
    public Optional<ReviewDue> reviewDue(LocalDate on) {
        return rulebook.on(on)
                .findRuling(REVIEW_FINISHED)
                .map(ruling -> new ReviewDue(on.getYear(), ruling.monthDay().atYear(on.getYear())))
                .filter(due -> on.get(IsoFields.QUARTER_OF_YEAR) == due.before().get(IsoFields.QUARTER_OF_YEAR));
    }

    /** The articles, among parameters and review regimes in force, whose wording was not read in the text itself. */
    public List<Citation> uncertainRules(LocalDate on) {
        var parameters = rulebook.parameters().stream()
                .flatMap(p -> rulebook.on(on).findRuling(p.key()).stream())
                .filter(r -> r.needsCaution())
                .map(r -> r.source());
        var regimes = rulebook.findRegime(on).stream()
                .map(r -> r.regime().source())
                .filter(c -> c.mark().needsCaution());
        return Stream.concat(parameters, regimes).toList();
    }
}
