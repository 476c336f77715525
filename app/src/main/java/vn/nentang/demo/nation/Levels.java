package vn.nentang.demo.nation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.PaperOrder;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewRules;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.regime.RegimeOn;

/**
 * The levels of one year, drawn so that no group has more on the top level than the cap of that year allows. Only the level
 * is told, as on the papers that are taken over; what led to it is not.
 */
final class Levels {

    private static final String MEMBER_CAP = "review.cap.member-limit";
    private static final String ORGANIZATION_CAP = "review.cap.organization-limit";
    private static final String TOO_NEW = "review.exclusion.admitted-under";
    private static final String NEW_ORGANIZATION = "new-organization";
    private static final String TOO_NEW_REASON = "admitted-under-6-months";
    private static final String OTHERWISE = "absent";

    private final int year;
    private final RulesOn rules;
    private final RegimeOn regime;
    private final Calibration calibration;
    private final Set<String> memberReasons;
    private final Set<String> organizationReasons;
    private final List<String> ofMembers;
    private final List<String> ofOrganizations;
    private final boolean knowsGroups;

    Levels(int year, Rulebook rulebook, Calibration calibration) {
        this.year = year;
        this.rules = rulebook.on(LocalDate.of(year, 12, 31));
        this.regime = rules.findRegime().orElseThrow();
        this.calibration = calibration;
        this.memberReasons = ReviewRules.reasons(regime, "member", rules);
        this.organizationReasons = ReviewRules.reasons(regime, "organization", rules);
        this.knowsGroups =
                regime.regime().subjects().stream().anyMatch(s -> s.kind().equals("non-leader"));
        this.ofMembers = codes(knowsGroups ? "non-leader" : "member");
        this.ofOrganizations = codes("cell");
    }

    private List<String> codes(String kind) {
        return regime.ladder(kind).stream().map(l -> l.code()).toList();
    }

    /** The group of similar position; null where the regime knows none. */
    @Nullable
    String group(Person member) {
        if (!knowsGroups) {
            return null;
        }
        return member.leader ? "leader" : "non-leader";
    }

    /** Why a member has no level; null for most. */
    @Nullable
    String reasonAgainst(Person member) {
        if (member.exempt) {
            return memberReasons.contains("exempt") ? "exempt" : OTHERWISE;
        }
        return memberReasons.contains(TOO_NEW_REASON) && isTooNew(member) ? TOO_NEW_REASON : null;
    }

    private boolean isTooNew(Person member) {
        return rules.findRuling(TOO_NEW)
                .filter(ruling -> member.admittedOn.plus(ruling.period()).isAfter(rules.date()))
                .isPresent();
    }

    /** The levels of members of similar position in one grassroots organisation. */
    Map<Person, String> members(List<Person> alike, Dice dice) {
        var low = calibration.of("review.completed");
        var failed = calibration.of("review.failed");
        var levels = new LinkedHashMap<Person, String>();
        for (var member : alike) {
            var chance = dice.between(0.0, 1.0);
            levels.put(member, ofMembers.get(chance < failed ? 3 : chance < failed + low ? 2 : 1));
        }
        raise(levels, alike.stream().filter(m -> !m.far).toList(), MEMBER_CAP, ofMembers, dice);
        return levels;
    }

    /** The outcomes of organisations of one kind under one parent. */
    Map<Body, ReviewEvent.Outcome> organizations(List<Body> alike, Dice dice) {
        var levels = new LinkedHashMap<Body, String>();
        var outcomes = new LinkedHashMap<Body, ReviewEvent.Outcome>();
        for (var body : alike) {
            if (isNew(body)) {
                outcomes.put(body, outcome(null, NEW_ORGANIZATION));
            } else {
                levels.put(body, level(dice.between(0.0, 1.0)));
            }
        }
        raise(levels, List.copyOf(levels.keySet()), ORGANIZATION_CAP, ofOrganizations, dice);
        levels.forEach((body, level) -> outcomes.put(body, outcome(level, null)));
        return outcomes;
    }

    private boolean isNew(Body body) {
        return organizationReasons.contains(NEW_ORGANIZATION)
                && rules.findRuling("review.exclusion.organization-under")
                        .filter(ruling -> !ruling.text().equals("none"))
                        .filter(ruling -> body.from.plus(ruling.period()).isAfter(rules.date()))
                        .isPresent();
    }

    private String level(double chance) {
        var weak = calibration.of("review.weak-organizations");
        var low = weak + calibration.of("review.completed-organizations");
        var lowest = ofOrganizations.size() - 1;
        return ofOrganizations.get(chance < weak ? lowest : chance < low ? lowest - 1 : 1);
    }

    /** As many of the second level as the cap allows are raised to the first, or one or two fewer. */
    private <T> void raise(Map<T, String> levels, List<T> eligible, String cap, List<String> codes, Dice dice) {
        var second = codes.get(1);
        var good = eligible.stream().filter(e -> second.equals(levels.get(e))).toList();
        var share = rules.ruling(cap).number();
        var most = share.multiply(BigDecimal.valueOf(good.size()))
                .divide(share.add(BigDecimal.ONE), 0, RoundingMode.FLOOR)
                .intValueExact();
        dice.shuffled(good)
                .subList(0, most == 0 ? 0 : most - dice.below(Math.min(most, 2)))
                .forEach(e -> levels.put(e, codes.getFirst()));
    }

    ReviewEvent.Outcome outcome(@Nullable String level, @Nullable String reason) {
        return new ReviewEvent.Outcome(regime.id(), level, reason, null, null, List.of());
    }

    Journal.Line classified(Body body, ReviewEvent.Outcome outcome, LocalDate on, PaperOrder order) {
        return new Journal.Line(new ReviewEvent.OrganizationClassified(body.id, year, outcome), on, order);
    }

    Journal.Line classified(Person member, ReviewEvent.Outcome outcome, LocalDate on, PaperOrder order) {
        var cell = member.cell().cell.id;
        return new Journal.Line(
                new ReviewEvent.MemberClassified(member.id, year, cell, group(member), outcome), on, order);
    }
}
