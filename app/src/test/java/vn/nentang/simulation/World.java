package vn.nentang.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.nentang.access.PostsHeld;
import vn.nentang.committee.CommitteeDesk;
import vn.nentang.committee.CommitteeEvents;
import vn.nentang.committee.CommitteeParts;
import vn.nentang.committee.Committees;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.EventCatalogue;
import vn.nentang.ledger.Register;
import vn.nentang.ledger.TestLedger;
import vn.nentang.membership.MembershipDesk;
import vn.nentang.membership.MembershipEvents;
import vn.nentang.membership.MembershipParts;
import vn.nentang.membership.People;
import vn.nentang.membership.ProposalEvents;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationDesk;
import vn.nentang.organization.OrganizationEvents;
import vn.nentang.organization.OrganizationParts;
import vn.nentang.organization.Organizations;
import vn.nentang.review.ExceededCaps;
import vn.nentang.review.ReviewDesk;
import vn.nentang.review.ReviewEvents;
import vn.nentang.review.ReviewParts;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.round.Circumstances;
import vn.nentang.review.round.Places;
import vn.nentang.review.round.RoundDesk;
import vn.nentang.review.round.RoundEvents;
import vn.nentang.review.round.RoundParts;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Store;
import vn.nentang.store.TestStore;

/** One installation: the real modules over a database of its own. */
public final class World implements AutoCloseable {

    public static final Rulebook RULEBOOK = Rulebook.load();

    public static final List<EventCatalogue> CATALOGUES = List.of(
            new OrganizationEvents(),
            new MembershipEvents(),
            new ProposalEvents(),
            new ReviewEvents(),
            new RoundEvents(),
            new CommitteeEvents());

    public final TestLedger base;
    public final Organizations organizations;
    public final OrganizationDesk organizationDesk;
    public final MembershipDesk membershipDesk;
    public final ReviewDesk reviewDesk;
    public final CommitteeDesk committeeDesk;
    public final Committees committees;
    public final PostsHeld postsHeld;
    public final Rosters rosters;
    public final Places places;
    public final RoundDesk roundDesk;

    public World() {
        this(TestStore.fresh());
    }

    /** Over a store that is open and migrated already; closing closes it. */
    public World(Store store) {
        base = new TestLedger(store, CATALOGUES, World::registers);
        organizations = new Organizations(base.sql, base.ledger, base.arrivals);
        organizationDesk = new OrganizationDesk(
                base.ledger, organizations, RULEBOOK, List.of(MembershipParts.residents(base.sql)));
        membershipDesk = new MembershipDesk(base.ledger, organizations, RULEBOOK);
        committeeDesk = new CommitteeDesk(base.ledger, organizations, new People(base.sql, base.ledger), RULEBOOK);
        committees = new Committees(base.sql, base.ledger, RULEBOOK);
        postsHeld = CommitteeParts.postsHeld(base.sql);
        rosters = new Rosters(base.sql, base.ledger);
        var results = new ReviewResults(base.sql, new ReviewYears(RULEBOOK));
        places = new Places(base.ledger, organizations, rosters, results, circumstances(), RULEBOOK, base.sql);
        reviewDesk = new ReviewDesk(base.ledger, RULEBOOK, base.sql, RoundParts.order(places));
        roundDesk = new RoundDesk(
                base.ledger, places, RoundParts.KEEPER, new ExceededCaps(organizations, results, RULEBOOK));
    }

    private Circumstances circumstances() {
        return new Circumstances(new People(base.sql, base.ledger), committees);
    }

    private static List<Register> registers(JdbcTemplate jdbc) {
        var all = new ArrayList<Register>();
        all.add(OrganizationParts.register(jdbc));
        all.addAll(MembershipParts.registers(jdbc));
        all.addAll(ReviewParts.registers(jdbc));
        all.addAll(RoundParts.registers(jdbc));
        all.add(CommitteeParts.register(jdbc, RULEBOOK));
        return all;
    }

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
