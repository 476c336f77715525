package vn.nentang.committee;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Reach;

/** Which committees need strengthening (kiện toàn), and what else about them deserves a second look. */
@Component
public final class Strengthening {

    /** The types at the top of the country keep their own rules. */
    private static final String CENTRE = "central";

    private final Committees committees;
    private final Rosters rosters;
    private final Rulebook rulebook;

    public Strengthening(Committees committees, Rosters rosters, Rulebook rulebook) {
        this.committees = committees;
        this.rosters = rosters;
        this.rulebook = rulebook;
    }

    /** One organisation and what was found about its committee. */
    public record Line(Organization organization, List<Finding> findings) {
        public Line {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The committees among these organisations that need strengthening on a date, in the given order.
     *
     * @param endingWithinDays how many days ahead the end of a term is told
     */
    public List<Line> shortfalls(Collection<Organization> organizations, LocalDate on, int endingWithinDays) {
        return findings(organizations, on, endingWithinDays).stream()
                .map(line -> new Line(
                        line.organization(),
                        line.findings().stream()
                                .filter(f -> f.kind().needsStrengthening())
                                .toList()))
                .filter(line -> !line.findings().isEmpty())
                .toList();
    }

    /** Everything found about each of these organisations, notices included; an empty list where nothing was. */
    public List<Line> findings(Collection<Organization> organizations, LocalDate on, int endingWithinDays) {
        var ids = organizations.stream().map(Organization::id).toList();
        var known = committees.of(ids, on);
        var moved = committees.movedAway(ids, on);
        var members = fullMembers(ids, on);
        return organizations.stream()
                .filter(o -> !o.type().equals(CENTRE))
                .map(o -> new Line(
                        o,
                        CommitteeFindings.of(
                                Objects.requireNonNull(known.get(o.id())),
                                o,
                                new CommitteeFindings.Rolls(
                                        members.getOrDefault(o.id(), 0), moved.getOrDefault(o.id(), List.of())),
                                endingWithinDays,
                                rulebook)))
                .toList();
    }

    /** Whole for whoever reads: how many there are decides what the committee lacks. */
    private Map<OrganizationId, Integer> fullMembers(List<OrganizationId> rolls, LocalDate on) {
        return Reach.whole(() -> rosters.counts(rolls, on)).stream()
                .collect(Collectors.toMap(Rosters.CellCount::cell, count -> count.members() - count.probationary()));
    }
}
