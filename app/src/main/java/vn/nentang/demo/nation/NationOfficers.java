package vn.nentang.demo.nation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nentang.committee.CommitteeDesk;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Rosters;
import vn.nentang.membership.Standing;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.organization.Organizations;

/**
 * Gives a loaded nation a few people with posts, so that somebody can sign in: an organisation officer at the top, of the
 * first province and of a commune of it, and the secretary of that commune's first cell. They are members of that cell.
 */
@Component
public final class NationOfficers {

    private static final String OFFICER = "organization-officer";
    private static final String SECRETARY = "secretary";
    private static final String AUTHOR = "demo";
    private static final int PLACES = 4;

    private final Organizations organizations;
    private final Rosters rosters;
    private final CommitteeDesk committees;

    public NationOfficers(Organizations organizations, Rosters rosters, CommitteeDesk committees) {
        this.organizations = organizations;
        this.rosters = rosters;
        this.committees = committees;
    }

    /** Somebody with a post. */
    public record Officer(Organization over, String post, PersonId person, String fullName) {}

    /**
     * Records the posts through the desk, the highest first.
     *
     * @throws IllegalStateException when there are no four members of one cell, or the desk refuses
     */
    public List<Officer> appoint() {
        var tree = organizations.treeOn(Chronicle.END);
        var path = path(tree);
        var people = people(path.getLast());
        if (people.size() < PLACES) {
            throw new IllegalStateException(
                    "Too few members of " + path.getLast().name());
        }
        var officers = new ArrayList<Officer>();
        for (int i = 0; i < PLACES; i++) {
            officers.add(officer(path.get(i), i == PLACES - 1 ? SECRETARY : OFFICER, people.get(i)));
        }
        var acts = officers.stream()
                .map(one -> new CommitteeDesk.Act(
                        new CommitteeEvent.PostTaken(one.over().id(), one.person(), one.post(), "appointed", null),
                        Chronicle.REORGANISED,
                        Paper.UNKNOWN))
                .toList();
        var command = new Command(UUID.randomUUID(), AUTHOR, "officers of the nation");
        if (committees.proposeAll(command, acts) instanceof Answer.Refused(var reasons)) {
            throw new IllegalStateException("The posts were refused: " + Refusal.describe(reasons));
        }
        return officers;
    }

    private static Officer officer(Organization over, String post, RosterLine line) {
        return new Officer(over, post, line.person(), line.fullName());
    }

    private List<RosterLine> people(Organization cell) {
        return rosters.of(List.of(cell.id()), Chronicle.END).stream()
                .filter(line -> line.standing() == Standing.FULL)
                .limit(PLACES)
                .toList();
    }

    /** The top, its first province, there a commune, of its cells the first; communes of cells alone come first. */
    static List<Organization> path(OrganizationTree tree) {
        var top = tree.tops().getFirst();
        var province = tree.below(top.id()).getFirst();
        var communes = tree.below(province.id()).stream()
                .filter(one -> !tree.below(one.id()).isEmpty())
                .toList();
        var commune = communes.stream()
                .filter(one -> tree.below(one.id()).stream().allMatch(cell -> isCell(cell, tree)))
                .findFirst()
                .orElseGet(communes::getFirst);
        var cell = tree.subtree(commune.id()).stream()
                .filter(one -> isCell(one, tree))
                .findFirst()
                .orElseThrow();
        return List.of(top, province, commune, cell);
    }

    private static boolean isCell(Organization one, OrganizationTree tree) {
        return tree.below(one.id()).isEmpty();
    }
}
