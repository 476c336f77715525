package vn.nentang.shell.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Readings;
import vn.nentang.access.Right;
import vn.nentang.access.Scope;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.People;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;

/** Fields of a file that are masked until somebody whose authority covers them opens them; every opening is noted. */
@Component
public final class Secrets {

    private static final String FALSE = "false";

    private final AuthorityMatrix matrix;
    private final People people;
    private final Readings readings;
    private final Rulebook rulebook;

    Secrets(AuthorityMatrix matrix, People people, Readings readings, Rulebook rulebook) {
        this.matrix = matrix;
        this.people = people;
        this.readings = readings;
        this.rulebook = rulebook;
    }

    /** The group a box of the form belongs to; empty where it is no secret. */
    public static Optional<String> groupOf(CodeList.Code box) {
        return Optional.ofNullable(box.with().get("secret")).filter(group -> !group.equals(FALSE));
    }

    /** The groups of secret fields a viewer may open in a person's file: all in the own one. */
    public List<AuthorityMatrix.Row> openTo(Viewer viewer, PersonId person, AsOf asOf) {
        var keeper = people.keeper(person, asOf.today());
        var cells = people.cellsOf(person, asOf.date());
        return matrix.rights().stream()
                .filter(row -> row.secret() != null)
                .filter(row -> viewer.isSelf(person)
                        || covers(viewer.under(row.right()).scope(), keeper, cells, asOf))
                .toList();
    }

    private static boolean covers(Scope scope, Optional<OrganizationId> keeper, List<OrganizationId> cells, AsOf asOf) {
        return keeper.filter(cell -> scope.keeps(cell, asOf.today())).isPresent()
                || cells.stream().anyMatch(cell -> scope.covers(cell, asOf.date()));
    }

    /**
     * Opens a group of a person's file to a viewer, and notes it.
     *
     * @throws NotAllowed when the viewer's authority does not cover it
     * @throws OutOfReach when there is no such group
     */
    public void open(Viewer viewer, PersonId person, String group, String purpose, AsOf asOf) {
        var right = OutOfReach.require(matrix.opening(group));
        if (openTo(viewer, person, asOf).stream().noneMatch(row -> row.right() == right)) {
            throw new NotAllowed(List.of(right));
        }
        readings.note(viewer, right, person, group, purpose);
    }

    /** Notes that a form shows what a file holds, group by group. */
    public void openForm(Viewer viewer, PersonId person, Map<String, String> facts, AsOf asOf) {
        var filled = filled(facts);
        readings.note(viewer, Right.MEMBER_RECORD, person, "form", "");
        openTo(viewer, person, asOf).stream()
                .filter(row -> row.secret() != null && filled.contains(row.secret()))
                .forEach(row -> readings.note(viewer, row.right(), person, String.valueOf(row.secret()), ""));
    }

    /** The groups of which a file holds anything. */
    public Set<String> filled(Map<String, String> facts) {
        return rulebook.codeList("person-fields").codes().stream()
                .filter(box -> facts.containsKey(box.code()))
                .flatMap(box -> groupOf(box).stream())
                .collect(Collectors.toSet());
    }

    /** The names of the groups a viewer may open. */
    public Set<String> groupsOpenTo(Viewer viewer, PersonId person, AsOf asOf) {
        return openTo(viewer, person, asOf).stream()
                .map(row -> String.valueOf(row.secret()))
                .collect(Collectors.toSet());
    }
}
