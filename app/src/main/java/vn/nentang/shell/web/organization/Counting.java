package vn.nentang.shell.web.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;

/** Members on each roll on one day. */
final class Counting {

    private final Map<OrganizationId, Rosters.CellCount> byCell = new HashMap<>();

    Counting(Rosters rosters, LocalDate on) {
        rosters.countsOn(on).forEach(count -> byCell.put(count.cell(), count));
    }

    long members(OrganizationId organization) {
        var count = byCell.get(organization);
        return count == null ? 0 : count.members();
    }

    long probationary(Collection<Organization> organizations) {
        return organizations.stream()
                .map(o -> byCell.get(o.id()))
                .mapToLong(count -> count == null ? 0 : count.probationary())
                .sum();
    }
}
