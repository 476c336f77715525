package vn.nentang.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.NewEntry;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;

/** Loads what is known, asks the rules, records what they allow. */
@Component
public final class OrganizationDesk {

    private static final String TYPES = "organization-type";

    private final Ledger ledger;
    private final Organizations organizations;
    private final Rulebook rulebook;
    private final List<Residents> residents;

    public OrganizationDesk(Ledger ledger, Organizations organizations, Rulebook rulebook, List<Residents> residents) {
        this.ledger = ledger;
        this.organizations = organizations;
        this.rulebook = rulebook;
        this.residents = List.copyOf(residents);
    }

    /**
     * Records one act, effective on a date, or refuses it with every reason.
     *
     * @param corrects the entry this act replaces; null for an act of its own
     */
    public Answer propose(
            Command command, OrganizationEvent act, LocalDate on, Paper paper, @Nullable EntryRef corrects) {
        return ledger.carryOut(command, () -> {
            if (corrects != null && !stands(corrects, act.organization())) {
                return new Decision.Refused<>(
                        List.of(Refusal.of("entry-does-not-stand", Map.of("entry", corrects.toString()))));
            }
            var reasons = OrganizationRules.against(act, on, state(act.organization(), corrects), around(act, on));
            return Decision.of(reasons, new NewEntry(act, on, paper, corrects));
        });
    }

    private boolean stands(EntryRef entry, OrganizationId organization) {
        return ledger.history(organization.subject()).of(OrganizationEvent.class).stream()
                .anyMatch(e -> e.ref().equals(entry));
    }

    /** Takes an act back, with a reason. A founding stays while anything else rests on the organisation. */
    public Answer withdraw(Command command, EntryRef entry, String reason) {
        return ledger.withdraw(command, entry, reason, this::againstWithdrawing);
    }

    private List<Refusal> againstWithdrawing(Entry<?> entry) {
        if (!(entry.event() instanceof OrganizationEvent.Founded founded)) {
            return List.of();
        }
        var id = founded.organization();
        var others = ledger.history(id.subject()).entries().size() - 1;
        if (others > 0) {
            return List.of(Refusal.of("organization-has-other-acts", Map.of("acts", String.valueOf(others))));
        }
        var needed = organizations.wasParent(id) || residents.stream().anyMatch(r -> r.wereEverIn(id));
        return needed ? List.of(Refusal.of("organization-is-needed", Map.of())) : List.of();
    }

    /** The organisation as it stands without the entry that is about to be replaced. */
    private OrganizationState state(OrganizationId id, @Nullable EntryRef without) {
        var entries = ledger.history(id.subject()).of(OrganizationEvent.class).stream()
                .filter(e -> !e.ref().equals(without))
                .toList();
        return OrganizationState.fold(id, entries);
    }

    private OrganizationRules.Surroundings around(OrganizationEvent act, LocalDate on) {
        var parent = OrganizationRules.wantedParent(act);
        return new OrganizationRules.Surroundings(
                types(on),
                parent == null ? null : state(parent, null),
                parent != null && organizations.isWithin(parent, act.organization(), on),
                codeHolder(act, on),
                organizations.hasBelow(act.organization(), on),
                residents.stream().anyMatch(r -> r.areIn(act.organization(), on)));
    }

    private Set<String> types(LocalDate on) {
        return rulebook.codeList(TYPES).on(on).stream().map(CodeList.Code::code).collect(Collectors.toSet());
    }

    private @Nullable OrganizationId codeHolder(OrganizationEvent act, LocalDate on) {
        var code = OrganizationRules.wantedCode(act);
        return code == null
                ? null
                : organizations.holderOf(code, act.organization(), on).orElse(null);
    }

    /**
     * Founds many organisations on one day, all or none: a list from an office, parents before children. Each is judged
     * as if the ones before it in the list were in place.
     */
    public Answer foundAll(Command command, List<OrganizationEvent.Founded> acts, LocalDate on, Paper paper) {
        return ledger.carryOut(command, () -> new Founding(on, paper).decide(acts));
    }

    /** Judges a list against the ledger and against itself, reading the tree once. */
    private final class Founding {

        private final LocalDate on;
        private final Paper paper;
        private final OrganizationTree tree;
        private final Set<String> types;
        private final Map<OrganizationId, OrganizationState> founded = new HashMap<>();
        private final Set<String> codes = new HashSet<>();

        Founding(LocalDate on, Paper paper) {
            this.on = on;
            this.paper = paper;
            this.tree = organizations.treeOn(on);
            this.types = types(on);
            tree.all().map(Organization::code).filter(c -> c != null).forEach(codes::add);
        }

        Decision<NewEntry> decide(List<OrganizationEvent.Founded> acts) {
            var refusals = new ArrayList<Refusal>();
            for (var act : acts) {
                refusals.addAll(OrganizationRules.against(act, on, stateOf(act.organization()), surroundings(act)));
                founded.put(act.organization(), OrganizationState.foundedAs(act, on));
                Optional.ofNullable(act.code()).ifPresent(codes::add);
            }
            return refusals.isEmpty()
                    ? new Decision.Recorded<>(
                            acts.stream().map(a -> NewEntry.of(a, on, paper)).toList())
                    : new Decision.Refused<>(refusals);
        }

        private OrganizationState stateOf(OrganizationId id) {
            return Optional.ofNullable(founded.get(id)).orElseGet(() -> state(id, null));
        }

        private OrganizationRules.Surroundings surroundings(OrganizationEvent.Founded act) {
            var parent = act.parent();
            var taken = act.code() != null && codes.contains(act.code());
            return new OrganizationRules.Surroundings(
                    types,
                    parent == null ? null : stateOf(parent),
                    false,
                    taken ? act.organization() : null,
                    false,
                    false);
        }
    }
}
