package vn.nentang.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.EventCatalogue;
import vn.nentang.ledger.Register;
import vn.nentang.ledger.TestLedger;
import vn.nentang.membership.MembershipDesk;
import vn.nentang.membership.MembershipEvents;
import vn.nentang.membership.MembershipParts;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationDesk;
import vn.nentang.organization.OrganizationEvents;
import vn.nentang.organization.OrganizationParts;
import vn.nentang.organization.Organizations;
import vn.nentang.review.ReviewDesk;
import vn.nentang.review.ReviewEvents;
import vn.nentang.review.ReviewParts;
import vn.nentang.rulebook.Rulebook;

/** One installation: the real modules over a database of its own. */
public final class World implements AutoCloseable {

    public static final Rulebook RULEBOOK = Rulebook.load();

    private static final List<EventCatalogue> CATALOGUES =
            List.of(new OrganizationEvents(), new MembershipEvents(), new ReviewEvents());

    public final TestLedger base = new TestLedger(CATALOGUES, jdbc -> {
        var all = new ArrayList<Register>();
        all.add(OrganizationParts.register(jdbc));
        all.addAll(MembershipParts.registers(jdbc));
        all.addAll(ReviewParts.registers(jdbc));
        return all;
    });
    public final Organizations organizations = new Organizations(base.sql, base.ledger);
    public final OrganizationDesk organizationDesk =
            new OrganizationDesk(base.ledger, organizations, RULEBOOK, List.of(MembershipParts.residents(base.sql)));
    public final MembershipDesk membershipDesk = new MembershipDesk(base.ledger, organizations, RULEBOOK);
    public final ReviewDesk reviewDesk = new ReviewDesk(base.ledger, RULEBOOK, base.sql);
    public final Rosters rosters = new Rosters(base.sql, base.ledger);

    public List<OrganizationId> everywhere(LocalDate on) {
        return organizations.treeOn(on).all().map(Organization::id).toList();
    }

    /** Digests of all register tables. */
    public Map<String, String> digests() {
        var digests = new TreeMap<String, String>();
        base.registers.tables().forEach(t -> digests.put(t, base.registers.digest(t)));
        return digests;
    }

    @Override
    public void close() {
        base.close();
    }
}
