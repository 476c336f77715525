package vn.nentang.review.round;

import java.util.List;
import java.util.Optional;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.review.OrganizationTypes;

/**
 * Who decides of whom, on one day's tree: what stands below a grassroots organisation is decided by its committee, every
 * other organisation by the one directly above (43-HD/BTCTW mục 3). Members are decided with their cell's papers.
 */
final class Competence {

    private final OrganizationTree tree;
    private final OrganizationTypes types;

    Competence(OrganizationTree tree, OrganizationTypes types) {
        this.tree = tree;
        this.types = types;
    }

    /** Empty for what stands below nothing. */
    Optional<Organization> decider(Organization organization) {
        var above = above(organization);
        if (types.isGrassroots(organization)) {
            return above.reversed().stream().findFirst();
        }
        return above.reversed().stream()
                .filter(types::isGrassroots)
                .findFirst()
                .or(() -> above.reversed().stream().findFirst());
    }

    /** Those that appraise before the one that decides, lowest first. */
    List<Organization> appraisers(Organization organization) {
        var decider = decider(organization).map(Organization::id);
        return above(organization).reversed().stream()
                .takeWhile(o -> !Optional.of(o.id()).equals(decider))
                .filter(o -> types.kind(o).isPresent())
                .toList();
    }

    /** From the top down to the one directly above. */
    private List<Organization> above(Organization organization) {
        return tree.path(organization.id()).stream()
                .filter(o -> !o.id().equals(organization.id()))
                .toList();
    }
}
