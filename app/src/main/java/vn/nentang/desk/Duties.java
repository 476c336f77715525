package vn.nentang.desk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Rosters;
import vn.nentang.membership.Standing;
import vn.nentang.rulebook.Rulebook;

/** What waits to be done, on a day, for the rolls of some cells. */
@Component
public final class Duties {

    private static final String PROBATION = "probation.length";

    private final Rosters rosters;
    private final Rulebook rulebook;

    Duties(Rosters rosters, Rulebook rulebook) {
        this.rosters = rosters;
        this.rulebook = rulebook;
    }

    /** Probationary members whose probation has surely ended and who are not yet recognised. */
    public List<RosterLine> probationEnded(Collection<OrganizationId> cells, LocalDate on) {
        return rosters.of(cells, on).stream()
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
