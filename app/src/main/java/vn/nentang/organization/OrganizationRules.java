package vn.nentang.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Refusal;

/**
 * What may be recorded about an organisation. Pure: it looks at the proposed act, the organisation, and the surroundings
 * the desk gathered, all on the act's own date.
 */
final class OrganizationRules {

    static final int NAME_CHARS_MAX = 300;
    static final int CODE_CHARS_MAX = 40;

    private OrganizationRules() {}

    /**
     * What the rules need to know beside the organisation itself.
     *
     * @param types codes of the organisation types in force on the date
     * @param parent the proposed parent's state; null when none was named
     * @param parentIsBelow the proposed parent stands under this organisation
     * @param codeHeldBy another organisation that has the proposed code on the date
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

    /** Every reason against, most serious first; empty when the act may be recorded. */
    static List<Refusal> against(OrganizationEvent act, LocalDate on, OrganizationState state, Surroundings around) {
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(existence(act, on, state));
        refusals.addAll(place(act, on, around));
        refusals.addAll(content(act, on, around));
        return refusals;
    }

    private static List<Refusal> existence(OrganizationEvent act, LocalDate on, OrganizationState state) {
        var facts = Map.of("organization", act.organization().toString(), "on", on.toString());
        if (act instanceof OrganizationEvent.Founded) {
            return state.foundedOn() == null ? List.of() : refused("organization-already-founded", facts);
        }
        return state.isInForce(on) ? List.of() : refused("organization-not-in-force", facts);
    }

    private static List<Refusal> place(OrganizationEvent act, LocalDate on, Surroundings around) {
        var wanted = wantedParent(act);
        if (wanted == null) {
            return List.of();
        }
        var facts = Map.of("parent", wanted.toString(), "on", on.toString());
        if (around.parent() == null || !around.parent().isInForce(on)) {
            return refused("parent-not-in-force", facts);
        }
        return around.parentIsBelow() || wanted.equals(act.organization())
                ? refused("parent-is-below", facts)
                : List.of();
    }

    private static List<Refusal> content(OrganizationEvent act, LocalDate on, Surroundings around) {
        return switch (act) {
            case OrganizationEvent.Founded founded -> {
                var all = new ArrayList<>(name(founded.name()));
                all.addAll(type(founded.type(), around));
                all.addAll(code(founded.code(), around));
                yield all;
            }
            case OrganizationEvent.Renamed renamed -> name(renamed.name());
            case OrganizationEvent.Retyped retyped -> type(retyped.type(), around);
            case OrganizationEvent.Recoded recoded -> code(recoded.code(), around);
            case OrganizationEvent.Moved _ -> List.of();
            case OrganizationEvent.Ended _ -> emptied(on, around);
        };
    }

    private static List<Refusal> name(String name) {
        return name.isBlank() || name.length() > NAME_CHARS_MAX
                ? refused("organization-name-length", Map.of("name", name, "max", String.valueOf(NAME_CHARS_MAX)))
                : List.of();
    }

    private static List<Refusal> type(String type, Surroundings around) {
        var allowed = String.join(", ", around.types().stream().sorted().toList());
        return around.types().contains(type)
                ? List.of()
                : refused("organization-type-unknown", Map.of("type", type, "allowed", allowed));
    }

    private static List<Refusal> code(@Nullable String code, Surroundings around) {
        if (code == null) {
            return List.of();
        }
        if (code.isBlank() || code.length() > CODE_CHARS_MAX) {
            return refused("organization-code-length", Map.of("code", code, "max", String.valueOf(CODE_CHARS_MAX)));
        }
        return around.codeHeldBy() == null
                ? List.of()
                : refused(
                        "organization-code-taken",
                        Map.of("code", code, "by", around.codeHeldBy().toString()));
    }

    private static List<Refusal> emptied(LocalDate on, Surroundings around) {
        var refusals = new ArrayList<Refusal>();
        if (around.hasOrganizationsBelow()) {
            refusals.addAll(refused("organization-has-organizations-below", Map.of("on", on.toString())));
        }
        if (around.hasResidents()) {
            refusals.addAll(refused("organization-has-members", Map.of("on", on.toString())));
        }
        return refusals;
    }

    private static List<Refusal> refused(String code, Map<String, String> facts) {
        return List.of(Refusal.of(code, facts));
    }

    static @Nullable OrganizationId wantedParent(OrganizationEvent act) {
        return switch (act) {
            case OrganizationEvent.Founded founded -> founded.parent();
            case OrganizationEvent.Moved moved -> moved.parent();
            case OrganizationEvent.Renamed _, OrganizationEvent.Recoded _ -> null;
            case OrganizationEvent.Retyped _, OrganizationEvent.Ended _ -> null;
        };
    }

    static @Nullable String wantedCode(OrganizationEvent act) {
        return switch (act) {
            case OrganizationEvent.Founded founded -> founded.code();
            case OrganizationEvent.Recoded recoded -> recoded.code();
            case OrganizationEvent.Renamed _, OrganizationEvent.Moved _ -> null;
            case OrganizationEvent.Retyped _, OrganizationEvent.Ended _ -> null;
        };
    }
}
