package vn.nentang.simulation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.EntryRef;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.review.Decided;
import vn.nentang.review.ReviewEvent;

/** Random acts from one seed: mostly legal, some not, some late, some corrections, some sent twice. */
final class History {

    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 3_000;
    private static final List<String> TYPES =
            List.of("grassroots-body", "subordinate-cell", "cell", "military-cell-commune", "no-such-type");
    private static final List<String> NAMES = List.of("An", "Bình", "Đức", "Hòa", "Hoà", "Nguyễn Thị Ánh", "Ý", "");

    private final Random random;
    private final World world;
    private final List<OrganizationId> organizations = new ArrayList<>();
    private final List<PersonId> persons = new ArrayList<>();
    private final List<EntryRef> recorded = new ArrayList<>();
    private @Nullable Sent last;

    /** A request that can be sent again, and what it was answered. */
    record Sent(Request request, Command command, Answer answer) {}

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
        return kind < 46 ? review() : membership(null);
    }

    private Request organization() {
        var on = day();
        var act = organizationAct();
        return command -> world.organizationDesk.propose(command, act, on, paper(), null);
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
        return command -> world.base.ledger.carryOut(
                command,
                () -> vn.nentang.kernel.Decision.record(world.base.ledger.withdrawal(
                        world.base.ledger.find(target).orElseThrow(), "simulated")));
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
