package vn.nentang.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.NewEntry;
import vn.nentang.membership.People;
import vn.nentang.organization.Organizations;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;

/** Loads what is known of committees, asks the rules, records what they allow. */
@Component
public final class CommitteeDesk {

    private static final String BODIES = "election-body";
    private static final int REASON_CHARS_MAX = 1_000;

    private final Ledger ledger;
    private final Organizations organizations;
    private final People people;
    private final Rulebook rulebook;
    private final Posts posts;

    public CommitteeDesk(Ledger ledger, Organizations organizations, People people, Rulebook rulebook) {
        this.ledger = ledger;
        this.organizations = organizations;
        this.people = people;
        this.rulebook = rulebook;
        this.posts = new Posts(rulebook);
    }

    /** One of many acts proposed together: what, from which day, by which paper. */
    public record Act(CommitteeEvent event, LocalDate on, Paper paper) {}

    /**
     * Records one act, effective on a date, or refuses it with every reason. An election is recorded by
     * {@link #recordElection}.
     *
     * @param corrects the entry this act replaces; null for an act of its own
     */
    public Answer propose(Command command, CommitteeEvent act, LocalDate on, Paper paper, @Nullable EntryRef corrects) {
        return ledger.carryOut(command, () -> {
            var judging = new Judging(List.of(act), corrects);
            var proposed = new Act(act, on, paper);
            return corrects != null && !judging.withoutStands
                    ? refused("entry-does-not-stand", Map.of("entry", corrects.toString()))
                    : Decision.of(judging.judge(proposed), new NewEntry(act, on, paper, corrects));
        });
    }

    /**
     * Why somebody may not record an act though the post allows it: authority follows from posts, so nobody records a post
     * of the own.
     *
     * @param recorder null for whoever keeps the machine
     */
    public static List<Refusal> against(CommitteeEvent act, @Nullable PersonId recorder) {
        return act instanceof CommitteeEvent.PostTaken taken && taken.person().equals(recorder)
                ? List.of(Refusal.of("post-own", Map.of()))
                : List.of();
    }

    /** Records many acts of one organisation, all or none. Each is judged as if the ones before it were recorded. */
    public Answer proposeAll(Command command, List<Act> acts) {
        return ledger.carryOut(command, () -> decideAll(acts));
    }

    private Decision<NewEntry> decideAll(List<Act> acts) {
        var judging = new Judging(acts.stream().map(Act::event).toList(), null);
        var refusals = new ArrayList<Refusal>();
        acts.forEach(act -> refusals.addAll(judging.judge(act)));
        return refusals.isEmpty() ? recorded(acts) : new Decision.Refused<>(refusals);
    }

    private static Decision<NewEntry> recorded(List<Act> acts) {
        return new Decision.Recorded<>(acts.stream()
                .map(a -> NewEntry.of(a.event(), a.on(), a.paper()))
                .toList());
    }

    /**
     * Records the count of an election and, for each elected, the post it gives, all or none. The command's id is the
     * election's.
     */
    public Answer recordElection(
            Command command, OrganizationId organization, Election held, LocalDate on, Paper paper) {
        return ledger.carryOut(command, () -> {
            var count = ElectionCount.of(held, on, rulebook);
            var acts = acts(command, organization, held, count, on, paper);
            var refusals = new ArrayList<>(count.problems());
            refusals.addAll(againstCandidates(organization, held, on));
            var judging = new Judging(acts.stream().map(Act::event).toList(), null);
            acts.forEach(act -> refusals.addAll(judging.judge(act)));
            return refusals.isEmpty() ? recorded(acts) : new Decision.Refused<>(distinct(refusals));
        });
    }

    private static List<Refusal> distinct(List<Refusal> refusals) {
        return refusals.stream().distinct().toList();
    }

    /** The reasons of somebody who may not stand, told also of those who were not elected. */
    private List<Refusal> againstCandidates(OrganizationId organization, Election held, LocalDate on) {
        var candidacies = held.candidates().stream()
                .<CommitteeEvent>map(c ->
                        new CommitteeEvent.PostTaken(organization, c.person(), "committee-member", "elected", null))
                .toList();
        var judging = new Judging(candidacies, null).blank(organization);
        return candidacies.stream()
                .flatMap(act -> judging.judge(new Act(act, on, Paper.UNKNOWN)).stream())
                .filter(r -> !r.code().equals("post-already-held")) // Told as a candidate who stands twice.
                .toList();
    }

    private List<Act> acts(
            Command command,
            OrganizationId organization,
            Election held,
            ElectionCount count,
            LocalDate on,
            Paper paper) {
        var counted = new CommitteeEvent.ElectionCounted(command.id(), organization, held, count.elected());
        var given = rulebook.codeList(BODIES).find(held.body(), on).map(CodeList.Code::with).stream()
                .flatMap(with -> Stream.ofNullable(with.get("post")))
                .flatMap(post -> count.elected().stream()
                        .map(person ->
                                new CommitteeEvent.PostTaken(organization, person, post, "elected", command.id())));
        return Stream.concat(Stream.of(counted), given)
                .map(event -> new Act(event, on, paper))
                .toList();
    }

    /** Takes an act back, with a reason; an election together with the posts it gave. */
    public Answer withdraw(Command command, EntryRef entry, String reason) {
        return ledger.find(entry)
                .filter(e -> e.event() instanceof CommitteeEvent.ElectionCounted)
                .map(e -> withdrawElection(command, e, reason))
                .orElseGet(() -> ledger.withdraw(command, entry, reason, CommitteeDesk::againstWithdrawing));
    }

    private static List<Refusal> againstWithdrawing(Entry<?> entry) {
        return entry.event() instanceof CommitteeEvent.PostTaken taken && taken.election() != null
                ? List.of(Refusal.of("post-given-by-election", Map.of()))
                : List.of();
    }

    private Answer withdrawElection(Command command, Entry<?> counted, String reason) {
        return ledger.carryOut(command, () -> {
            if (reason.isBlank() || reason.length() > REASON_CHARS_MAX) {
                return refused("reason-length", Map.of("max", String.valueOf(REASON_CHARS_MAX)));
            }
            var event = (CommitteeEvent.ElectionCounted) counted.event();
            var standing = entries(event.organization());
            if (standing.stream().noneMatch(e -> e.ref().equals(counted.ref()))) {
                return refused(
                        "entry-does-not-stand", Map.of("entry", counted.ref().toString()));
            }
            return new Decision.Recorded<>(standing.stream()
                    .filter(e -> isOf(event, e.event()))
                    .map(e -> ledger.withdrawal(e, reason))
                    .toList());
        });
    }

    private static boolean isOf(CommitteeEvent.ElectionCounted election, CommitteeEvent event) {
        return event.equals(election)
                || (event instanceof CommitteeEvent.PostTaken taken
                        && election.election().equals(taken.election()));
    }

    private static Decision<NewEntry> refused(String code, Map<String, String> facts) {
        return new Decision.Refused<>(List.of(Refusal.of(code, facts)));
    }

    private List<Entry<CommitteeEvent>> entries(OrganizationId organization) {
        return ledger.history(organization.subject()).of(CommitteeEvent.class);
    }

    private static CommitteeRules.Standing standing(People.@Nullable Life life, LocalDate on) {
        if (life == null || !life.isKnown()) {
            return CommitteeRules.Standing.UNKNOWN;
        }
        var now = life.on(on);
        if (now.left()) {
            return CommitteeRules.Standing.LEFT;
        }
        if (now.probationary()) {
            return CommitteeRules.Standing.PROBATIONARY;
        }
        return now.member() || now.onRoll() || now.visiting()
                ? CommitteeRules.Standing.MEMBER
                : CommitteeRules.Standing.OUTSIDE;
    }

    /** What is known of some committees and persons, read once, and what a list adds to it on the way. */
    private final class Judging {

        private final Map<OrganizationId, List<Entry<CommitteeEvent>>> known = new HashMap<>();
        private final Map<PersonId, People.Life> lives;
        private final boolean withoutStands;
        private long pending;

        /** Without the entry that is about to be replaced. */
        Judging(List<? extends CommitteeEvent> acts, @Nullable EntryRef without) {
            lives = people.lives(acts.stream()
                    .flatMap(act -> Stream.ofNullable(CommitteeRules.named(act)))
                    .toList());
            var stands = false;
            for (var organization :
                    acts.stream().map(CommitteeEvent::organization).distinct().toList()) {
                var entries = new ArrayList<>(entries(organization));
                stands |= entries.removeIf(e -> e.ref().equals(without));
                known.put(organization, entries);
            }
            withoutStands = stands;
        }

        /** As if nothing were on record of the committee yet: what is judged then is the person alone. */
        Judging blank(OrganizationId organization) {
            known.put(organization, new ArrayList<>());
            return this;
        }

        List<Refusal> judge(Act act) {
            var entries = Objects.requireNonNull(known.get(act.event().organization()));
            var state = CommitteeState.fold(act.event().organization(), entries, posts.elective());
            var around = new CommitteeRules.Surroundings(rulebook.on(act.on()), posts, isInForce(act), standingOf(act));
            var refusals = CommitteeRules.against(act.event(), act.on(), act.paper(), state, around);
            entries.add(asEntry(act));
            entries.sort(Entry.FOLD_ORDER);
            return refusals;
        }

        private boolean isInForce(Act act) {
            return organizations
                    .lifetime(act.event().organization())
                    .filter(life -> life.contains(act.on()))
                    .isPresent();
        }

        private CommitteeRules.@Nullable Standing standingOf(Act act) {
            var person = CommitteeRules.named(act.event());
            return person == null ? null : standing(lives.get(person), act.on());
        }

        private Entry<CommitteeEvent> asEntry(Act act) {
            var ref = new EntryRef("pending", ++pending);
            return new Entry<>(ref, "pending", act.event(), act.on(), Instant.MAX, "", act.paper(), List.of(), null);
        }
    }
}
