package vn.nentang.simulation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.committee.Election;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.EntryRef;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.membership.RosterLine;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.review.Decided;
import vn.nentang.review.ReviewEvent;

/** Random acts from one seed: mostly legal, some not, some late, some corrections, some sent twice. */
final class History {

    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 3_000;
    private static final List<String> TYPES =
            List.of("grassroots-body", "subordinate-cell", "cell", "military-cell-commune", "no-such-type");
    private static final List<String> FIRST = List.of("grassroots-body", "cell", "cell");
    private static final List<String> NAMES = List.of("An", "Bình", "Đức", "Hòa", "Hoà", "Nguyễn Thị Ánh", "Ý", "");

    private static final List<String> POSTS =
            List.of("secretary", "deputy-secretary", "committee-member", "inspector", "no-such-post");

    private static final List<String> CHARGES = List.of("Phụ trách tuyên giáo", "Phụ trách dân vận");

    private final Random random;
    private final World world;
    private final List<OrganizationId> organizations = new ArrayList<>();
    private final List<PersonId> persons = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<EntryRef> recorded = new ArrayList<>();
    private @Nullable Sent last;

    /** A request that can be sent again, and what it was answered. */
    record Sent(Request request, Command command, Answer answer) {}

    /** Where somebody was to take a post, and when. */
    private record Taken(OrganizationId organization, LocalDate on) {}

    /** Sends one request under a command. */
    interface Request {
        Answer send(Command command);
    }

    History(long seed, World world) {
        this.random = new Random(seed);
        this.world = world;
    }

    /** One more act. The answer may be a refusal. */
    Sent step() {
        world.base.advance(Duration.ofMinutes(1 + random.nextInt(600)));
        var again = last;
        if (again != null && random.nextInt(12) == 0) {
            return new Sent(again.request(), again.command(), again.request().send(again.command()));
        }
        var request = request();
        var command = new Command(new UUID(random.nextLong(), random.nextLong()), "simulation", "step");
        var sent = new Sent(request, command, request.send(command));
        if (sent.answer() instanceof Answer.Recorded(var entries)) {
            recorded.addAll(entries);
        }
        last = sent;
        return sent;
    }

    @Nullable
    Sent last() {
        return last;
    }

    private Request request() {
        var kind = random.nextInt(100);
        if (organizations.size() < 4 || kind < 12) {
            return organization();
        }
        if (persons.size() < 5 || kind < 30) {
            return newPerson();
        }
        if (kind < 38) {
            return mending();
        }
        if (kind < 46) {
            return review();
        }
        return kind < 60 ? committee() : membership(null);
    }

    private Request organization() {
        var on = organizations.size() < FIRST.size() ? START : day();
        var act = organizations.size() < FIRST.size() ? first() : organizationAct();
        return command -> world.organizationDesk.propose(command, act, on, paper(), null);
    }

    /** Something that is there from the first day, so that the other acts find a place. */
    private OrganizationEvent first() {
        var id = new OrganizationId(new UUID(random.nextLong(), random.nextLong()));
        var type = FIRST.get(organizations.size());
        var parent = organizations.isEmpty() ? null : organizations.getFirst();
        organizations.add(id);
        return new OrganizationEvent.Founded(id, type, "Tổ chức " + organizations.size(), null, parent);
    }

    private OrganizationEvent organizationAct() {
        if (organizations.size() < 4 || random.nextInt(3) == 0) {
            var id = new OrganizationId(new UUID(random.nextLong(), random.nextLong()));
            var parent = organizations.isEmpty() ? null : pick(organizations);
            organizations.add(id);
            return new OrganizationEvent.Founded(id, pick(TYPES), "Chi bộ " + organizations.size(), code(), parent);
        }
        var id = pick(organizations);
        return switch (random.nextInt(5)) {
            case 0 -> new OrganizationEvent.Renamed(id, "Chi bộ " + pick(NAMES));
            case 1 -> new OrganizationEvent.Recoded(id, code());
            case 2 -> new OrganizationEvent.Retyped(id, pick(TYPES));
            case 3 -> new OrganizationEvent.Moved(id, pick(organizations));
            default -> new OrganizationEvent.Ended(id, "dissolved", List.of(pick(organizations)));
        };
    }

    private @Nullable String code() {
        return random.nextInt(3) == 0 ? null : "0" + random.nextInt(40);
    }

    private Request newPerson() {
        var person = new PersonId(new UUID(random.nextLong(), random.nextLong()));
        persons.add(person);
        var facts = List.of(
                new Fact(Fact.FULL_NAME, pick(NAMES)),
                new Fact(Fact.BIRTH, random.nextBoolean() ? "1980" : "1980-0" + (1 + random.nextInt(12))));
        var on = day();
        return command -> world.membershipDesk.propose(
                command, new MembershipEvent.PersonRegistered(person, facts), on, paper(), null);
    }

    private Request membership(@Nullable EntryRef corrects) {
        var on = day();
        var act = membershipAct(pick(persons), on);
        var paper = paper();
        return command -> world.membershipDesk.propose(command, act, on, paper, corrects);
    }

    /** Mostly of the same person; now and then of somebody else, which is refused. */
    private Request correction(EntryRef target) {
        var event = world.base.ledger.find(target).orElseThrow().event();
        if (event instanceof CommitteeEvent wrong && random.nextInt(8) != 0) {
            return committeeAct(wrong.organization(), day(), target);
        }
        if (!(event instanceof MembershipEvent wrong) || random.nextInt(8) == 0) {
            return membership(target);
        }
        var on = day();
        var act = membershipAct(wrong.person(), on);
        var paper = paper();
        return command -> world.membershipDesk.propose(command, act, on, paper, target);
    }

    private MembershipEvent membershipAct(PersonId person, LocalDate on) {
        var cell = pick(organizations);
        return switch (random.nextInt(18)) {
            case 0, 1, 2 -> new MembershipEvent.Admitted(person, random.nextInt(4) == 0 ? null : cell, partial(on));
            case 3, 4 -> new MembershipEvent.Recognised(person, partial(on.plusYears(random.nextInt(3))));
            case 5, 6 -> new MembershipEvent.Enrolled(person, cell, random.nextBoolean() ? "full" : null);
            case 7 -> new MembershipEvent.Arrived(person, cell, "arrived-from-other-province", "nơi khác");
            case 8, 9 -> new MembershipEvent.Transferred(person, cell);
            case 10 -> new MembershipEvent.Departed(person, "moved-to-other-province", null);
            case 11 -> new MembershipEvent.Exempted(person);
            case 12 ->
                random.nextBoolean() ? new MembershipEvent.Resumed(person) : new MembershipEvent.Reinstated(person);
            case 13 -> new MembershipEvent.Suspended(person, null);
            case 14 -> new MembershipEvent.TemporaryActivityStarted(person, cell, null);
            case 15 -> new MembershipEvent.TemporaryActivityEnded(person);
            case 16 -> new MembershipEvent.Left(person, random.nextBoolean() ? "died" : "no-such-cause");
            default ->
                random.nextBoolean()
                        ? new MembershipEvent.Restored(person, cell)
                        : new MembershipEvent.FactsRecorded(person, List.of(new Fact(Fact.FULL_NAME, pick(NAMES))));
        };
    }

    private PartialDate partial(LocalDate on) {
        return switch (random.nextInt(3)) {
            case 0 -> PartialDate.ofYear(on.getYear());
            case 1 -> new PartialDate(on.getYear(), on.getMonthValue(), null);
            default -> PartialDate.of(on);
        };
    }

    /** A correction of, or the taking back of, something recorded before. */
    private Request mending() {
        if (recorded.isEmpty()) {
            return organization();
        }
        var target = pick(recorded);
        if (random.nextBoolean()) {
            return correction(target);
        }
        if (world.base.ledger.find(target).orElseThrow().event() instanceof CommitteeEvent) {
            return command -> world.committeeDesk.withdraw(command, target, "simulated");
        }
        return command -> world.base.ledger.carryOut(
                command,
                () -> vn.nentang.kernel.Decision.record(world.base.ledger.withdrawal(
                        world.base.ledger.find(target).orElseThrow(), "simulated")));
    }

    /** Often about a committee that may have a holder by then. */
    private Request committee() {
        if (!taken.isEmpty() && random.nextInt(2) == 0) {
            var before = pick(taken);
            return committeeAct(before.organization(), before.on().plusDays(random.nextInt(400)), null);
        }
        var on = day();
        var organization = inForce(on);
        return random.nextInt(5) == 0 ? election(organization, on) : committeeAct(organization, on, null);
    }

    /** Mostly one that is in force on the day. */
    private OrganizationId inForce(LocalDate on) {
        var standing = world.everywhere(on).stream()
                .sorted(Comparator.comparing(OrganizationId::value))
                .toList();
        return standing.isEmpty() || random.nextInt(8) == 0 ? pick(organizations) : pick(standing);
    }

    private Request committeeAct(OrganizationId organization, LocalDate on, @Nullable EntryRef corrects) {
        var act = committeeEvent(organization, on);
        var paper = paper();
        return command -> world.committeeDesk.propose(command, act, on, paper, corrects);
    }

    private CommitteeEvent committeeEvent(OrganizationId organization, LocalDate on) {
        return switch (random.nextInt(13)) {
            case 0, 1 ->
                new CommitteeEvent.TermOpened(
                        organization,
                        "Nhiệm kỳ " + on.getYear(),
                        on.plusDays(random.nextInt(1_900)),
                        CommitteeEvent.Seats.NOT_FIXED,
                        "congress");
            case 2, 3 -> new CommitteeEvent.TermExtended(organization, on.plusDays(random.nextInt(400)));
            case 4, 5, 6, 7 -> taking(organization, on);
            case 8, 9 -> leaving(organization, on);
            case 10, 11 -> charge(organization, on);
            default -> new CommitteeEvent.WorkingRulesAdopted(organization, "Quy chế " + random.nextInt(9));
        };
    }

    /** Mostly somebody on a roll on the day. */
    private PersonId member(LocalDate on) {
        var members = world.rosters.of(world.everywhere(on), on).stream()
                .map(RosterLine::person)
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
        return members.isEmpty() || random.nextInt(8) == 0 ? pick(persons) : pick(members);
    }

    private CommitteeEvent taking(OrganizationId organization, LocalDate on) {
        taken.add(new Taken(organization, on));
        var way = pick(List.of("elected", "appointed", "assigned", "assigned", "no-such-way"));
        return new CommitteeEvent.PostTaken(organization, member(on), pick(POSTS), way, null);
    }

    /** Mostly what somebody holds; otherwise it is refused. */
    private CommitteeEvent leaving(OrganizationId organization, LocalDate on) {
        var reason = pick(List.of("released", "retired", "died", "no-such-reason"));
        var holders = world.committees.of(organization, on, null).holders();
        if (holders.isEmpty()) {
            return new CommitteeEvent.PostLeft(organization, pick(persons), pick(POSTS), reason);
        }
        var holder = pick(holders);
        return new CommitteeEvent.PostLeft(organization, holder.person(), holder.post(), reason);
    }

    /** Mostly given to a holder, and ended where somebody bears it. */
    private CommitteeEvent charge(OrganizationId organization, LocalDate on) {
        var known = world.committees.of(organization, on, null);
        if (!known.charges().isEmpty() && random.nextBoolean()) {
            var charge = pick(known.charges());
            return new CommitteeEvent.ChargeEnded(organization, charge.person(), charge.charge());
        }
        var bearer = known.holders().isEmpty()
                ? pick(persons)
                : pick(known.holders()).person();
        return known.holders().isEmpty() && random.nextBoolean()
                ? new CommitteeEvent.ChargeEnded(organization, bearer, pick(CHARGES))
                : new CommitteeEvent.ChargeGiven(organization, bearer, pick(CHARGES));
    }

    private Request election(OrganizationId organization, LocalDate on) {
        var held = held(on);
        var paper = paper();
        return command -> world.committeeDesk.recordElection(command, organization, held, on, paper);
    }

    /** As many names as seats, or one more; now and then one ballot too many. */
    private Election held(LocalDate on) {
        var candidates = new LinkedHashSet<PersonId>();
        for (int names = 1 + random.nextInt(3); names > 0; names--) {
            candidates.add(member(on));
        }
        var voters = 3 + random.nextInt(20);
        var valid = voters + (random.nextInt(8) == 0 ? 1 : 0);
        var seats = Math.max(1, candidates.size() - random.nextInt(2));
        return new Election(
                pick(List.of("committee", "secretary-seat", "delegates", "no-such-body")),
                pick(List.of("members-congress", "cell-meeting")),
                seats,
                new Election.Attendance(voters, voters, 0, 0, 0, 0),
                new Election.Ballots(valid, valid, valid, 0),
                votes(List.copyOf(candidates), seats, valid),
                null,
                List.of(),
                null);
    }

    /** Votes for the first names only, no more than there are seats. */
    private List<Election.Candidate> votes(List<PersonId> candidates, int seats, int valid) {
        var votes = new ArrayList<Election.Candidate>();
        for (var person : candidates) {
            var agree = votes.size() < seats ? random.nextInt(valid + 1) : 0;
            votes.add(new Election.Candidate(person, "convener", null, agree, valid - agree, 0));
        }
        return votes;
    }

    private Request review() {
        var year = 2018 + random.nextInt(8);
        var regime = World.RULEBOOK
                .findRegime(LocalDate.of(year, 12, random.nextInt(6) == 0 ? 1 : 31))
                .orElseThrow()
                .id();
        var level = pick(List.of("HTXS", "HTT", "HTN", "KHT", "no-such-level"));
        var allowed = random.nextBoolean() ? level : "HTT";
        var because = random.nextBoolean() ? "theo đề nghị của chi bộ" : null;
        var outcome = new ReviewEvent.Outcome(regime, level, null, allowed, because, List.of());
        ReviewEvent event = random.nextBoolean()
                ? new ReviewEvent.MemberClassified(pick(persons), year, pick(organizations), null, outcome)
                : new ReviewEvent.OrganizationClassified(pick(organizations), year, outcome);
        var decided = new Decided(event, LocalDate.of(year, 12, 20), paper());
        return command -> world.reviewDesk.recordAll(command, List.of(decided));
    }

    private Paper paper() {
        return random.nextBoolean()
                ? Paper.UNKNOWN
                : new Paper(random.nextInt(99) + "-QĐ/ĐU", START.plusDays(random.nextInt(DAYS)), "Đảng ủy", null);
    }

    private LocalDate day() {
        return START.plusDays(random.nextInt(DAYS));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
