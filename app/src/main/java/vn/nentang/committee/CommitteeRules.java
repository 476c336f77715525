package vn.nentang.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.rulebook.RulesOn;

/**
 * What may be recorded about a committee. Pure: it looks at the proposed act, the committee as known without it, and the
 * rules in force on the act's own date. A size outside the usual is no reason against: papers of the superior may allow
 * it; {@link CommitteeFindings} tells it.
 */
final class CommitteeRules {

    static final int NAME_CHARS_MAX = 100;
    static final int TITLE_CHARS_MAX = 300;
    static final int CHARGE_CHARS_MAX = 500;
    static final int SEATS_MAX = 300;

    private static final String HOLDER_STANDING = "committee.holder-standing";
    private static final String ELECTED = "elected";

    private CommitteeRules() {}

    /** What is known of somebody's membership on the day of the act. */
    enum Standing {
        /** Nobody of this id is on record. */
        UNKNOWN,
        LEFT,
        PROBATIONARY,
        /** A full member, or on a roll by a list that does not tell. */
        MEMBER,
        /** On record, on no roll of this ledger: sent from another body. */
        OUTSIDE
    }

    /**
     * What the rules need beside the committee itself.
     *
     * @param organizationInForce on the day of the act
     * @param person of the named person; null where the act names none
     */
    record Surroundings(
            RulesOn rules,
            Posts posts,
            boolean organizationInForce,
            @Nullable Standing person) {}

    /** Every reason against, most serious first; empty when the act may be recorded. */
    static List<Refusal> against(
            CommitteeEvent act, LocalDate on, Paper paper, CommitteeState state, Surroundings around) {
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(existence(act, on, around));
        refusals.addAll(codes(act, around.rules()));
        refusals.addAll(holder(act, on, around));
        refusals.addAll(state(act, on, state, around));
        refusals.addAll(content(act, on, paper, state));
        return refusals;
    }

    private static List<Refusal> existence(CommitteeEvent act, LocalDate on, Surroundings around) {
        return around.organizationInForce()
                ? List.of()
                : refused(
                        "organization-not-in-force",
                        Map.of("organization", act.organization().toString(), "on", on.toString()));
    }

    private static List<Refusal> codes(CommitteeEvent act, RulesOn rules) {
        return switch (act) {
            case CommitteeEvent.TermOpened term -> code("term-way", term.way(), rules);
            case CommitteeEvent.PostTaken taken ->
                both(code("post", taken.post(), rules), code("post-way", taken.way(), rules));
            case CommitteeEvent.PostLeft left ->
                both(code("post", left.post(), rules), code("post-end", left.reason(), rules));
            case CommitteeEvent.TermExtended _, CommitteeEvent.WorkingRulesAdopted _ -> List.of();
            case CommitteeEvent.ChargeGiven _, CommitteeEvent.ChargeEnded _ -> List.of();
            case CommitteeEvent.ElectionCounted _ -> List.of();
        };
    }

    private static List<Refusal> code(String list, String value, RulesOn rules) {
        return rules.rulebook().codeList(list).find(value, rules.date()).isPresent()
                ? List.of()
                : refused("value-not-in-list", Map.of("list", list, "given", value));
    }

    /** The person an act names, if it names one. */
    static @Nullable PersonId named(CommitteeEvent act) {
        return switch (act) {
            case CommitteeEvent.PostTaken taken -> taken.person();
            case CommitteeEvent.PostLeft left -> left.person();
            case CommitteeEvent.ChargeGiven given -> given.person();
            case CommitteeEvent.ChargeEnded ended -> ended.person();
            case CommitteeEvent.TermOpened _, CommitteeEvent.TermExtended _ -> null;
            case CommitteeEvent.WorkingRulesAdopted _, CommitteeEvent.ElectionCounted _ -> null;
        };
    }

    private static List<Refusal> holder(CommitteeEvent act, LocalDate on, Surroundings around) {
        var person = named(act);
        if (person != null && around.person() == Standing.UNKNOWN) {
            return refused("person-unknown", Map.of("person", person.toString()));
        }
        return switch (act) {
            case CommitteeEvent.PostTaken taken -> mayTake(taken, on, around);
            case CommitteeEvent.ChargeGiven _ -> unless(around.person() != Standing.LEFT, "post-holder-left", on);
            case CommitteeEvent.PostLeft _, CommitteeEvent.ChargeEnded _ -> List.of();
            case CommitteeEvent.TermOpened _, CommitteeEvent.TermExtended _ -> List.of();
            case CommitteeEvent.WorkingRulesAdopted _, CommitteeEvent.ElectionCounted _ -> List.of();
        };
    }

    private static List<Refusal> mayTake(CommitteeEvent.PostTaken act, LocalDate on, Surroundings around) {
        return switch (Objects.requireNonNull(around.person())) {
            case LEFT -> unless(false, "post-holder-left", on);
            case PROBATIONARY ->
                around.posts().elective().contains(act.post())
                        ? cited("post-needs-full-member", HOLDER_STANDING, around.rules(), Map.of("on", on.toString()))
                        : List.of();
            case OUTSIDE -> unless(!act.way().equals(ELECTED), "post-elected-from-outside", on);
            case MEMBER, UNKNOWN -> List.of();
        };
    }

    private static List<Refusal> state(CommitteeEvent act, LocalDate on, CommitteeState state, Surroundings around) {
        return switch (act) {
            case CommitteeEvent.TermOpened _ ->
                unless(state.term(on).filter(t -> t.openedOn().equals(on)).isEmpty(), "term-opened-already", on);
            case CommitteeEvent.TermExtended _ -> unless(state.term(on).isPresent(), "term-none", on);
            case CommitteeEvent.PostTaken taken -> free(taken, on, state, around.posts());
            case CommitteeEvent.PostLeft left ->
                unless(state.holds(left.person(), left.post(), on), "post-not-held", on);
            case CommitteeEvent.ChargeGiven given -> chargeable(given, on, state);
            case CommitteeEvent.ChargeEnded ended ->
                unless(isCharged(state, ended.person(), ended.charge(), on), "charge-not-given", on);
            case CommitteeEvent.WorkingRulesAdopted _, CommitteeEvent.ElectionCounted _ -> List.of();
        };
    }

    private static List<Refusal> free(CommitteeEvent.PostTaken act, LocalDate on, CommitteeState state, Posts posts) {
        if (state.holds(act.person(), act.post(), on)) {
            return unless(false, "post-already-held", on);
        }
        var taken = posts.single().contains(act.post())
                && state.holdings(on).anyMatch(h -> h.post().equals(act.post()));
        return unless(!taken, "post-held-by-another", on);
    }

    private static List<Refusal> chargeable(CommitteeEvent.ChargeGiven act, LocalDate on, CommitteeState state) {
        var inPost = state.holdings(on).anyMatch(h -> h.person().equals(act.person()));
        return both(
                unless(inPost, "charge-without-post", on),
                unless(!isCharged(state, act.person(), act.charge(), on), "charge-given-already", on));
    }

    private static boolean isCharged(CommitteeState state, PersonId person, String charge, LocalDate on) {
        return state.charges(on)
                .anyMatch(c -> c.person().equals(person) && c.charge().equals(charge));
    }

    private static List<Refusal> content(CommitteeEvent act, LocalDate on, Paper paper, CommitteeState state) {
        return switch (act) {
            case CommitteeEvent.TermOpened term -> term(term, on);
            case CommitteeEvent.TermExtended extended -> extension(extended, on, state);
            case CommitteeEvent.WorkingRulesAdopted rules -> workingRules(rules, paper);
            case CommitteeEvent.ChargeGiven given -> length("charge-length", given.charge(), CHARGE_CHARS_MAX);
            case CommitteeEvent.PostTaken _, CommitteeEvent.PostLeft _ -> List.of();
            case CommitteeEvent.ChargeEnded _, CommitteeEvent.ElectionCounted _ -> List.of();
        };
    }

    private static List<Refusal> term(CommitteeEvent.TermOpened act, LocalDate on) {
        var refusals = new ArrayList<>(length("term-name-length", act.name(), NAME_CHARS_MAX));
        if (!act.endsOn().isAfter(on)) {
            refusals.addAll(refused(
                    "term-ends-before-it-starts", Map.of("ends", act.endsOn().toString(), "on", on.toString())));
        }
        refusals.addAll(seats(act.seats()));
        return refusals;
    }

    private static List<Refusal> seats(CommitteeEvent.Seats seats) {
        var outside = Stream.of(Body.values())
                .flatMap(body -> Stream.ofNullable(body.of(seats)))
                .anyMatch(number -> number < 1 || number > SEATS_MAX);
        if (outside) {
            return refused("seats-out-of-range", Map.of("max", String.valueOf(SEATS_MAX)));
        }
        var standing = seats.standing();
        var committee = seats.committee();
        return standing == null || committee == null || standing <= committee
                ? List.of()
                : refused(
                        "standing-above-committee",
                        Map.of("standing", standing.toString(), "committee", committee.toString()));
    }

    private static List<Refusal> extension(CommitteeEvent.TermExtended act, LocalDate on, CommitteeState state) {
        var ends = act.endsOn();
        var running = state.term(on);
        if (running.isEmpty()) {
            return List.of();
        }
        if (ends.isBefore(running.get().openedOn())) {
            return refused(
                    "term-ends-before-it-starts",
                    Map.of(
                            "ends",
                            ends.toString(),
                            "on",
                            running.get().openedOn().toString()));
        }
        return ends.equals(running.get().endsOn())
                ? refused("term-end-unchanged", Map.of("ends", ends.toString()))
                : List.of();
    }

    private static List<Refusal> workingRules(CommitteeEvent.WorkingRulesAdopted act, Paper paper) {
        return both(
                length("working-rules-title-length", act.title(), TITLE_CHARS_MAX),
                paper.number() == null && paper.date() == null
                        ? refused("working-rules-without-paper", Map.of())
                        : List.of());
    }

    private static List<Refusal> length(String code, String text, int max) {
        return text.isBlank() || text.length() > max ? refused(code, Map.of("max", String.valueOf(max))) : List.of();
    }

    private static List<Refusal> both(List<Refusal> one, List<Refusal> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<Refusal> unless(boolean holds, String otherwise, LocalDate on) {
        return holds ? List.of() : refused(otherwise, Map.of("on", on.toString()));
    }

    private static List<Refusal> cited(String code, String parameter, RulesOn rules, Map<String, String> facts) {
        var source = Optional.of(rules).flatMap(r -> r.findRuling(parameter)).map(r -> r.source());
        return List.of(new Refusal(code, facts, source.orElse(null)));
    }

    private static List<Refusal> refused(String code, Map<String, String> facts) {
        return List.of(Refusal.of(code, facts));
    }
}
