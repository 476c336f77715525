package vn.nentang.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.Refusal;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.Ruling;

/**
 * What may be recorded about a person in Party life. Pure: it looks at the proposed act, the person as known without it,
 * and the rules in force on the act's own date.
 */
final class MembershipRules {

    private static final String ADMISSION_AGE_MIN = "admission.age-min";
    private static final String PROBATION_LENGTH = "probation.length";

    private MembershipRules() {}

    /**
     * What the rules need beside the person.
     *
     * @param cellOpen whether the named cell is in force on the date and keeps a roll; true when no cell is named
     */
    record Surroundings(RulesOn rules, boolean cellOpen) {}

    /** Every reason against, most serious first; empty when the act may be recorded. */
    static List<Refusal> against(MembershipEvent act, LocalDate on, MembershipState state, Surroundings around) {
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(known(act, state));
        refusals.addAll(cell(act, on, around));
        refusals.addAll(standing(act, on, state));
        refusals.addAll(content(act, on, state, around));
        return refusals;
    }

    private static List<Refusal> known(MembershipEvent act, MembershipState state) {
        var facts = Map.of("person", act.person().toString());
        if (act instanceof MembershipEvent.PersonRegistered) {
            return state.registered() ? refused("person-already-registered", facts) : List.of();
        }
        return state.facts().last().isPresent() ? List.of() : refused("person-unknown", facts);
    }

    private static List<Refusal> cell(MembershipEvent act, LocalDate on, Surroundings around) {
        var cell = namedCell(act);
        return cell == null || around.cellOpen()
                ? List.of()
                : refused("cell-not-in-force", Map.of("cell", cell.toString(), "on", on.toString()));
    }

    /** The cell an act names, if it names one. */
    static @Nullable OrganizationId namedCell(MembershipEvent act) {
        return switch (act) {
            case MembershipEvent.Admitted a -> a.cell();
            case MembershipEvent.Enrolled e -> e.cell();
            case MembershipEvent.Arrived a -> a.cell();
            case MembershipEvent.Transferred t -> t.to();
            case MembershipEvent.TemporaryActivityStarted t -> t.cell();
            case MembershipEvent.Restored r -> r.cell();
            case MembershipEvent.PersonRegistered _, MembershipEvent.FactsRecorded _ -> null;
            case MembershipEvent.Recognised _, MembershipEvent.Departed _ -> null;
            case MembershipEvent.Exempted _, MembershipEvent.Resumed _ -> null;
            case MembershipEvent.Suspended _, MembershipEvent.Reinstated _ -> null;
            case MembershipEvent.TemporaryActivityEnded _, MembershipEvent.Left _ -> null;
        };
    }

    private static List<Refusal> standing(MembershipEvent act, LocalDate on, MembershipState state) {
        var now = state.now(on);
        var isMember = now.grade() != Membership.Grade.NONE;
        return switch (act) {
            case MembershipEvent.Admitted _ -> unless(!isMember, "already-member", on);
            case MembershipEvent.Recognised _ ->
                unless(now.grade() == Membership.Grade.PROBATIONARY, "not-probationary", on);
            case MembershipEvent.Enrolled e -> unless(!e.cell().equals(now.cell()), "already-on-this-roll", on);
            case MembershipEvent.Arrived _ -> unless(now.cell() == null, "already-on-a-roll", on);
            case MembershipEvent.Transferred t -> transfer(t, now, on);
            case MembershipEvent.Departed _ -> unless(now.cell() != null, "not-on-any-roll", on);
            case MembershipEvent.Exempted _ -> onRollAnd(!now.exempt(), "already-exempt", now, on);
            case MembershipEvent.Resumed _ -> unless(now.exempt(), "not-exempt", on);
            case MembershipEvent.Suspended _ -> onRollAnd(!now.suspended(), "already-suspended", now, on);
            case MembershipEvent.Reinstated _ -> unless(now.suspended(), "not-suspended", on);
            case MembershipEvent.TemporaryActivityStarted t -> visit(t, now, on);
            case MembershipEvent.TemporaryActivityEnded _ ->
                unless(now.visitedCell() != null || now.visitedPlace() != null, "not-in-temporary-activity", on);
            case MembershipEvent.Left _ -> unless(isMember || now.cell() != null, "not-a-member", on);
            case MembershipEvent.Restored _ -> unless(now.leftBy() != null, "not-left", on);
            case MembershipEvent.PersonRegistered _, MembershipEvent.FactsRecorded _ -> List.of();
        };
    }

    private static List<Refusal> transfer(MembershipEvent.Transferred act, Membership now, LocalDate on) {
        return onRollAnd(!act.to().equals(now.cell()), "already-on-this-roll", now, on);
    }

    private static List<Refusal> visit(MembershipEvent.TemporaryActivityStarted act, Membership now, LocalDate on) {
        var elsewhere = act.cell() == null || !act.cell().equals(now.cell());
        var named = act.cell() != null || act.place() != null;
        return unless(elsewhere && named, "temporary-activity-needs-another-place", on);
    }

    private static List<Refusal> onRollAnd(boolean holds, String otherwise, Membership now, LocalDate on) {
        return now.cell() == null ? unless(false, "not-on-any-roll", on) : unless(holds, otherwise, on);
    }

    private static List<Refusal> unless(boolean holds, String otherwise, LocalDate on) {
        return holds ? List.of() : refused(otherwise, Map.of("on", on.toString()));
    }

    private static List<Refusal> content(
            MembershipEvent act, LocalDate on, MembershipState state, Surroundings around) {
        return switch (act) {
            case MembershipEvent.PersonRegistered r -> FileRules.newFile(r.facts(), around.rules());
            case MembershipEvent.FactsRecorded r -> changes(r.facts(), around.rules());
            case MembershipEvent.Admitted a -> oldEnough(a.on(), state, around.rules());
            case MembershipEvent.Recognised r -> probationOver(r.on(), state.now(on), around.rules());
            case MembershipEvent.Left l -> FileRules.code("leave-cause", l.cause(), around.rules());
            case MembershipEvent.Enrolled _, MembershipEvent.Arrived _, MembershipEvent.Transferred _ -> List.of();
            case MembershipEvent.Departed _, MembershipEvent.Exempted _, MembershipEvent.Resumed _ -> List.of();
            case MembershipEvent.Suspended _, MembershipEvent.Reinstated _ -> List.of();
            case MembershipEvent.TemporaryActivityStarted _, MembershipEvent.TemporaryActivityEnded _ -> List.of();
            case MembershipEvent.Restored _ -> List.of();
        };
    }

    private static List<Refusal> changes(List<Fact> facts, RulesOn rules) {
        return facts.isEmpty() ? refused("nothing-changed", Map.of()) : FileRules.changes(facts, rules);
    }

    /** Refused only when surely too young: a birth known by its year alone gets the benefit of the doubt. */
    private static List<Refusal> oldEnough(PartialDate admittedOn, MembershipState state, RulesOn rules) {
        var birth = state.birth();
        var least = rules.findRuling(ADMISSION_AGE_MIN);
        if (birth.isEmpty() || least.isEmpty()) {
            return List.of();
        }
        var earliest = birth.get().firstDay().plus(least.get().period());
        return admittedOn.lastDay().isBefore(earliest)
                ? cited(
                        "admitted-too-young",
                        least.get(),
                        Map.of("birth", birth.get().toString()))
                : List.of();
    }

    private static List<Refusal> probationOver(PartialDate recognisedOn, Membership now, RulesOn rules) {
        var length = Optional.ofNullable(now.admittedOn())
                .flatMap(on -> rules.rulebook().on(on.firstDay()).findRuling(PROBATION_LENGTH));
        if (now.admittedOn() == null || length.isEmpty()) {
            return List.of();
        }
        var earliest = now.admittedOn().firstDay().plus(length.get().period());
        return recognisedOn.lastDay().isBefore(earliest)
                ? cited(
                        "recognised-too-early",
                        length.get(),
                        Map.of("admitted", now.admittedOn().toString()))
                : List.of();
    }

    private static List<Refusal> cited(String code, Ruling ruling, Map<String, String> facts) {
        var all = new HashMap<>(facts);
        all.put("required", ruling.text());
        return List.of(new Refusal(code, all, ruling.source()));
    }

    private static List<Refusal> refused(String code, Map<String, String> facts) {
        return List.of(Refusal.of(code, facts));
    }
}
