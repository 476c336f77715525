package vn.nentang.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.NewEntry;

/** Loads what is known, asks the rules, records what they decided. */
@Component
public final class OrganizationDesk {

    private final Ledger ledger;
    private final Organizations organizations;
    private final OrganizationTypes types;
    private final List<Residents> residents;

    public OrganizationDesk(
            Ledger ledger, Organizations organizations, OrganizationTypes types, List<Residents> residents) {
        this.ledger = ledger;
        this.organizations = organizations;
        this.types = types;
        this.residents = List.copyOf(residents);
    }

    /**
     * Records one act.
     *
     * @param corrects the entry this act replaces; null for an act of its own
     */
    public Answer request(Command command, OrganizationRequest request, Paper paper, @Nullable EntryRef corrects) {
        return ledger.carryOut(command, () -> decide(request, paper, corrects));
    }

    private Decision<NewEntry> decide(OrganizationRequest request, Paper paper, @Nullable EntryRef corrects) {
        var state = state(request.organization(), corrects);
        return switch (OrganizationRules.decide(request, state, around(request))) {
            case Decision.Refused<OrganizationEvent>(var reasons) -> new Decision.Refused<>(reasons);
            case Decision.Recorded<OrganizationEvent>(var events) ->
                new Decision.Recorded<>(events.stream()
                        .map(e -> new NewEntry(e, request.on(), paper, corrects))
                        .toList());
        };
    }

    /** The organisation as it stands without the entry that is about to be replaced. */
    private OrganizationState state(OrganizationId id, @Nullable EntryRef without) {
        var entries = ledger.history(id.subject()).of(OrganizationEvent.class).stream()
                .filter(e -> !e.ref().equals(without))
                .toList();
        return OrganizationState.fold(id, entries);
    }

    private OrganizationRules.Surroundings around(OrganizationRequest request) {
        var parent = OrganizationRules.wantedParent(request);
        return new OrganizationRules.Surroundings(
                types.on(request.on()),
                parent == null ? null : state(parent, null),
                parent != null && isBelow(parent, request.organization(), request.on()),
                codeHolder(request),
                !organizations
                        .treeOn(request.on())
                        .below(request.organization())
                        .isEmpty(),
                residents.stream().anyMatch(r -> r.areIn(request.organization(), request.on())));
    }

    private boolean isBelow(OrganizationId candidate, OrganizationId top, LocalDate on) {
        return organizations.treeOn(on).path(candidate).stream().anyMatch(o -> o.id().equals(top));
    }

    private @Nullable OrganizationId codeHolder(OrganizationRequest request) {
        return Optional.ofNullable(OrganizationRules.wantedCode(request)).stream()
                .flatMap(
                        code -> organizations.named(code, request.on()).stream().filter(o -> code.equals(o.code())))
                .map(Organization::id)
                .filter(id -> !id.equals(request.organization()))
                .findFirst()
                .orElse(null);
    }

    /**
     * Founds many organisations at once, all or none: a list from an office, parents before children. Each is judged
     * with the ones before it in the list already in place.
     */
    public Answer foundAll(Command command, List<OrganizationRequest.Found> requests, Paper paper) {
        return ledger.carryOut(command, () -> new Batch(requests, paper).decide());
    }

    /** Judges a list against the ledger and against itself, reading the tree once for each date. */
    private final class Batch {

        private final List<OrganizationRequest.Found> requests;
        private final Paper paper;
        private final Map<OrganizationId, OrganizationState> founded = new HashMap<>();
        private final Set<String> codes = new HashSet<>();

        Batch(List<OrganizationRequest.Found> requests, Paper paper) {
            this.requests = requests;
            this.paper = paper;
        }

        Decision<NewEntry> decide() {
            var entries = new ArrayList<NewEntry>();
            for (var request : requests) {
                var state = founded.getOrDefault(request.organization(), existing(request.organization()));
                switch (OrganizationRules.decide(request, state, surroundings(request))) {
                    case Decision.Refused<OrganizationEvent>(var reasons) -> {
                        return new Decision.Refused<>(reasons);
                    }
                    case Decision.Recorded<OrganizationEvent>(var events) ->
                        events.forEach(e -> entries.add(NewEntry.of(e, request.on(), paper)));
                }
                remember(request);
            }
            return new Decision.Recorded<>(entries);
        }

        private OrganizationState existing(OrganizationId id) {
            return state(id, null);
        }

        private void remember(OrganizationRequest.Found r) {
            founded.put(r.organization(), OrganizationState.foundedAs(r));
            Optional.ofNullable(r.code()).ifPresent(codes::add);
        }

        private OrganizationRules.Surroundings surroundings(OrganizationRequest.Found request) {
            var parent = request.parent();
            var parentState = parent == null ? null : founded.get(parent);
            var taken = request.code() != null && codes.contains(request.code());
            return new OrganizationRules.Surroundings(
                    types.on(request.on()),
                    parent != null && parentState == null ? existing(parent) : parentState,
                    false,
                    taken ? request.organization() : codeHolder(request),
                    false,
                    false);
        }
    }
}
