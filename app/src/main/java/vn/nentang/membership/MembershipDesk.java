package vn.nentang.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.DateRange;
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
import vn.nentang.organization.Organizations;
import vn.nentang.organization.RollKeepers;
import vn.nentang.rulebook.Rulebook;

/** Loads what is known of persons, asks the rules, records what they allow. */
@Component
public final class MembershipDesk {

    private final Ledger ledger;
    private final Organizations organizations;
    private final Rulebook rulebook;

    public MembershipDesk(Ledger ledger, Organizations organizations, Rulebook rulebook) {
        this.ledger = ledger;
        this.organizations = organizations;
        this.rulebook = rulebook;
    }

    /**
     * Records one act, effective on a date, or refuses it with every reason.
     *
     * @param corrects the entry this act replaces; null for an act of its own
     */
    public Answer propose(
            Command command, MembershipEvent act, LocalDate on, Paper paper, @Nullable EntryRef corrects) {
        return ledger.carryOut(command, () -> {
            var judging = new Judging(List.of(act), corrects);
            return Decision.of(judging.against(act, on), new NewEntry(act, on, paper, corrects));
        });
    }

    /** Takes an act back, with a reason. A registration stays while anything else is recorded of the person. */
    public Answer withdraw(Command command, EntryRef entry, String reason) {
        return ledger.withdraw(command, entry, reason, this::againstWithdrawing);
    }

    private List<Refusal> againstWithdrawing(Entry<?> entry) {
        if (!(entry.event() instanceof MembershipEvent.PersonRegistered registered)) {
            return List.of();
        }
        var others = ledger.history(registered.person().subject()).entries().size() - 1;
        return others == 0
                ? List.of()
                : List.of(Refusal.of("person-has-other-acts", Map.of("acts", String.valueOf(others))));
    }

    /** Records many acts, all or none. Each is judged as if the ones before it in the list were recorded. */
    public Answer proposeAll(Command command, List<Act> acts) {
        return ledger.carryOut(command, () -> decideAll(acts));
    }

    private Decision<NewEntry> decideAll(List<Act> acts) {
        var refusals = against(acts);
        return refusals.isEmpty()
                ? new Decision.Recorded<>(acts.stream()
                        .map(a -> NewEntry.of(a.event(), a.on(), a.paper()))
                        .toList())
                : new Decision.Refused<>(refusals);
    }

    /** Everything that stands against recording these acts, one after the other. */
    List<Refusal> against(List<Act> acts) {
        var judging = new Judging(acts.stream().map(Act::event).toList(), null);
        var refusals = new ArrayList<Refusal>();
        for (var act : acts) {
            refusals.addAll(judging.against(act.event(), act.on()));
            judging.remember(act);
        }
        return refusals;
    }

    /** What is known of some persons, read once, and what a list adds to it on the way. */
    private final class Judging {

        private final Map<PersonId, List<Entry<MembershipEvent>>> entries = new HashMap<>();
        private final Map<OrganizationId, List<DateRange>> cells;
        private final @Nullable EntryRef without;
        private boolean withoutStands;
        private long pending;

        /** Without the entry that is about to be replaced. */
        Judging(List<MembershipEvent> acts, @Nullable EntryRef without) {
            this.without = without;
            cells = organizations.inForce(namedCells(acts), RollKeepers.types(rulebook));
            var subjects = acts.stream().map(a -> a.person().subject()).collect(Collectors.toSet());
            for (var history : ledger.histories(subjects, null)) {
                var standing = history.of(MembershipEvent.class).stream()
                        .filter(e -> !e.ref().equals(without))
                        .toList();
                withoutStands |=
                        standing.size() < history.of(MembershipEvent.class).size();
                entries.put(MembershipRegister.person(history.subject()), new ArrayList<>(standing));
            }
        }

        List<Refusal> against(MembershipEvent act, LocalDate on) {
            if (without != null && !withoutStands) {
                return List.of(Refusal.of("entry-does-not-stand", Map.of("entry", without.toString())));
            }
            var state = MembershipState.fold(act.person(), known(act.person()));
            var around = new MembershipRules.Surroundings(rulebook.on(on), cellOpen(act, on));
            return MembershipRules.against(act, on, state, around);
        }

        private List<Entry<MembershipEvent>> known(PersonId person) {
            return entries.getOrDefault(person, List.of());
        }

        private boolean cellOpen(MembershipEvent act, LocalDate on) {
            return Optional.ofNullable(MembershipRules.namedCell(act))
                    .map(cell -> cells.getOrDefault(cell, List.of()).stream().anyMatch(days -> days.contains(on)))
                    .orElse(true);
        }

        void remember(Act act) {
            var ref = new EntryRef("pending", ++pending);
            var entry =
                    new Entry<>(ref, "pending", act.event(), act.on(), Instant.MAX, "", act.paper(), List.of(), null);
            var more = Stream.concat(known(act.event().person()).stream(), Stream.of(entry))
                    .sorted(Entry.FOLD_ORDER)
                    .collect(Collectors.toList());
            entries.put(act.event().person(), more);
        }
    }

    private static Set<OrganizationId> namedCells(List<MembershipEvent> acts) {
        return acts.stream()
                .flatMap(act -> Stream.ofNullable(MembershipRules.namedCell(act)))
                .collect(Collectors.toSet());
    }
}
