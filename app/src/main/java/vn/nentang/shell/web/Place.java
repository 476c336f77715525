package vn.nentang.shell.web;

import java.time.LocalDate;
import vn.nentang.access.Scope;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;

/**
 * An organisation as one tells it from others of the same name: there is a “Chi bộ 1” in most bodies.
 *
 * @param name empty where the ledger knows none
 * @param below what it stands below, the nearest first, as far as the reach goes and without its top; empty for what stands
 *     directly below the top, and out of reach
 */
public record Place(OrganizationId id, String name, String below) {

    private static final String BETWEEN = " · ";

    public static Place of(OrganizationId organization, Scope scope, LocalDate on) {
        var names =
                scope.path(organization, on).stream().map(Organization::name).toList();
        var above = names.size() > 2 ? names.subList(1, names.size() - 1).reversed() : names.subList(0, 0);
        return new Place(organization, scope.nameOf(organization, on), String.join(BETWEEN, above));
    }
}
