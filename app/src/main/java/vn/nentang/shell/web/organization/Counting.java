package vn.nentang.shell.web.organization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;
import vn.nentang.store.Reach;

/** Members on some rolls on one day. A figure is the same to whoever may see it: who may is for the caller to decide. */
final class Counting {

    private final Map<OrganizationId, Rosters.CellCount> byRoll = new HashMap<>();

    Counting(Rosters rosters, List<Organization> rolls, LocalDate on) {
        var ids = rolls.stream().map(Organization::id).toList();
        Reach.whole(() -> rosters.counts(ids, on)).forEach(count -> byRoll.put(count.cell(), count));
    }

    long members(List<Organization> organizations) {
        return organizations.stream()
                .map(o -> byRoll.get(o.id()))
                .mapToLong(count -> count == null ? 0 : count.members())
                .sum();
    }

    long probationary(List<Organization> organizations) {
        return organizations.stream()
                .map(o -> byRoll.get(o.id()))
                .mapToLong(count -> count == null ? 0 : count.probationary())
                .sum();
    }
}
