package vn.nentang.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Refusal;

/**
 * What may be recorded about an organisation. Pure: it looks at the request, the organisation, and the surroundings the
 * desk gathered, all on the request's own date.
 */
final class OrganizationRules {

    static final int NAME_CHARS_MAX = 300;
    static final int CODE_CHARS_MAX = 40;

    private OrganizationRules() {}

    /**
     * What the rules need to know beside the organisation itself.
     *
     * @param types codes of the organisation types in force on the date
     * @param parent the requested parent's state; null when none was named
     * @param parentIsBelow the requested parent stands under this organisation
     * @param codeHeldBy another organisation that has the requested code on the date
     * @param hasOrganizationsBelow organisations stand directly under it on the date
     * @param hasResidents members are on its roll on the date
     */
    record Surroundings(
            Set<String> types,
            @Nullable OrganizationState parent,
            boolean parentIsBelow,
            @Nullable OrganizationId codeHeldBy,
            boolean hasOrganizationsBelow,
            boolean hasResidents) {}

    static Decision<OrganizationEvent> decide(
            OrganizationRequest request, OrganizationState state, Surroundings around) {
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(existence(request, state));
        refusals.addAll(content(request, around));
        refusals.addAll(place(request, around));
        return Decision.of(refusals, event(request));
    }

    private static List<Refusal> existence(OrganizationRequest request, OrganizationState state) {
        var facts = Map.of(
                "organization",
                request.organization().toString(),
                "on",
                request.on().toString());
        if (request instanceof OrganizationRequest.Found) {
            return state.foundedOn() == null ? List.of() : List.of(Refusal.of("organization-already-founded", facts));
        }
        if (!state.isInForce(request.on())) {
            return List.of(Refusal.of("organization-not-in-force", facts));
        }
        return List.of();
    }

    private static List<Refusal> content(OrganizationRequest request, Surroundings around) {
        return switch (request) {
            case OrganizationRequest.Found found -> {
                var all = new ArrayList<>(name(found.name()));
                all.addAll(type(found.type(), around));
                all.addAll(code(found.code(), around));
                yield all;
            }
            case OrganizationRequest.Rename rename -> name(rename.name());
            case OrganizationRequest.Retype retype -> type(retype.type(), around);
            case OrganizationRequest.Recode recode -> code(recode.code(), around);
            case OrganizationRequest.Move _ -> List.of();
            case OrganizationRequest.End end -> emptied(end, around);
        };
    }

    private static List<Refusal> name(String name) {
        return name.isBlank() || name.length() > NAME_CHARS_MAX
                ? List.of(Refusal.of(
                        "organization-name-length", Map.of("name", name, "max", String.valueOf(NAME_CHARS_MAX))))
                : List.of();
    }

    private static List<Refusal> type(String type, Surroundings around) {
        return around.types().contains(type)
                ? List.of()
                : List.of(Refusal.of(
                        "organization-type-unknown",
                        Map.of(
                                "type",
                                type,
                                "allowed",
                                String.join(
                                        ", ", around.types().stream().sorted().toList()))));
    }

    private static List<Refusal> code(@Nullable String code, Surroundings around) {
        if (code == null) {
            return List.of();
        }
        if (code.isBlank() || code.length() > CODE_CHARS_MAX) {
            return List.of(Refusal.of(
                    "organization-code-length", Map.of("code", code, "max", String.valueOf(CODE_CHARS_MAX))));
        }
        return around.codeHeldBy() == null
                ? List.of()
                : List.of(Refusal.of(
                        "organization-code-taken",
                        Map.of("code", code, "by", around.codeHeldBy().toString())));
    }

    private static List<Refusal> emptied(OrganizationRequest.End end, Surroundings around) {
        var refusals = new ArrayList<Refusal>();
        if (around.hasOrganizationsBelow()) {
            refusals.add(Refusal.of(
                    "organization-has-organizations-below",
                    Map.of("on", end.on().toString())));
        }
        if (around.hasResidents()) {
            refusals.add(
                    Refusal.of("organization-has-members", Map.of("on", end.on().toString())));
        }
        return refusals;
    }

    private static List<Refusal> place(OrganizationRequest request, Surroundings around) {
        var wanted = wantedParent(request);
        if (wanted == null) {
            return List.of();
        }
        var facts = Map.of("parent", wanted.toString(), "on", request.on().toString());
        if (around.parent() == null || !around.parent().isInForce(request.on())) {
            return List.of(Refusal.of("parent-not-in-force", facts));
        }
        return around.parentIsBelow() || wanted.equals(request.organization())
                ? List.of(Refusal.of("parent-is-below", facts))
                : List.of();
    }

    static @Nullable OrganizationId wantedParent(OrganizationRequest request) {
        return switch (request) {
            case OrganizationRequest.Found found -> found.parent();
            case OrganizationRequest.Move move -> move.parent();
            case OrganizationRequest.Rename _, OrganizationRequest.Recode _ -> null;
            case OrganizationRequest.Retype _, OrganizationRequest.End _ -> null;
        };
    }

    static @Nullable String wantedCode(OrganizationRequest request) {
        return switch (request) {
            case OrganizationRequest.Found found -> found.code();
            case OrganizationRequest.Recode recode -> recode.code();
            case OrganizationRequest.Rename _, OrganizationRequest.Move _ -> null;
            case OrganizationRequest.Retype _, OrganizationRequest.End _ -> null;
        };
    }

    private static OrganizationEvent event(OrganizationRequest request) {
        return switch (request) {
            case OrganizationRequest.Found f ->
                new OrganizationEvent.Founded(f.organization(), f.type(), f.name(), f.code(), f.parent());
            case OrganizationRequest.Rename r -> new OrganizationEvent.Renamed(r.organization(), r.name());
            case OrganizationRequest.Recode r -> new OrganizationEvent.Recoded(r.organization(), r.code());
            case OrganizationRequest.Retype r -> new OrganizationEvent.Retyped(r.organization(), r.type());
            case OrganizationRequest.Move m -> new OrganizationEvent.Moved(m.organization(), m.parent());
            case OrganizationRequest.End e -> new OrganizationEvent.Ended(e.organization(), e.reason(), e.successors());
        };
    }
}
