package vn.nentang.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime;

/** What may be recorded of a yearly review. The competent level may decide otherwise than the facts allow, with reasons. */
public final class ReviewRules {

    private static final String OTHER_REASONS = "not-assessed-reason";
    private static final String UNIT_TITLES = "unit-title";
    private static final int TEXT_CHARS_MAX = 4_000;

    private ReviewRules() {}

    /**
     * Every reason against a decision, most serious first.
     *
     * @param rules the rulebook on the last day of the year reviewed
     * @param decidedBefore whether a decision for the same subject and year stands already
     */
    static List<Refusal> against(ReviewEvent event, Paper paper, RulesOn rules, boolean decidedBefore) {
        return switch (event) {
            case ReviewEvent.MemberClassified e -> outcome(e.outcome(), "member", paper, rules, decidedBefore);
            case ReviewEvent.OrganizationClassified e ->
                outcome(e.outcome(), "organization", paper, rules, decidedBefore);
            case ReviewEvent.CapRaised e -> raised(e, paper, rules);
            case ReviewEvent.CapMeasuredOfBoth e -> measured(e, paper, rules);
            case ReviewEvent.SummaryRecorded e -> summary(e, rules);
            case ReviewEvent.PublishedResultRecorded e -> published(e, paper, rules);
            case ReviewEvent.UnitTitleRecorded e -> titled(e, paper, rules);
        };
    }

    private static List<Refusal> outcome(
            ReviewEvent.Outcome outcome, String object, Paper paper, RulesOn rules, boolean decidedBefore) {
        var regime = rules.findRegime();
        if (regime.isEmpty() || !regime.get().id().equals(outcome.regime())) {
            return List.of(Refusal.of(
                    "regime-not-in-force",
                    Map.of("regime", outcome.regime(), "on", rules.date().toString())));
        }
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(codes(outcome, object, regime.get(), rules));
        refusals.addAll(otherwise(outcome, paper, regime.get(), decidedBefore));
        return refusals;
    }

    private static List<Refusal> codes(ReviewEvent.Outcome outcome, String object, RegimeOn regime, RulesOn rules) {
        var level = outcome.level();
        if (level != null && !levels(regime, object).contains(level)) {
            return List.of(Refusal.of(
                    "level-unknown", Map.of("level", level, "allowed", String.join(", ", levels(regime, object)))));
        }
        var reason = outcome.notClassified();
        var reasons = reasons(regime, object, rules);
        return reason == null || reasons.contains(reason)
                ? List.of()
                : List.of(Refusal.of(
                        "not-classified-reason-unknown",
                        Map.of("reason", reason, "allowed", String.join(", ", reasons))));
    }

    private static List<Refusal> otherwise(
            ReviewEvent.Outcome outcome, Paper paper, RegimeOn regime, boolean decidedBefore) {
        var differs = outcome.allowed() != null && !outcome.allowed().equals(outcome.level());
        var because = outcome.because();
        var refusals = new ArrayList<Refusal>();
        if (because != null && (because.isBlank() || because.length() > TEXT_CHARS_MAX)) {
            refusals.add(Refusal.of("reason-length", Map.of("max", String.valueOf(TEXT_CHARS_MAX))));
        }
        if ((differs || decidedBefore) && because == null) {
            refusals.add(cited(
                    decidedBefore ? "decided-again-without-reason" : "level-differs-without-reason", outcome, regime));
        }
        if (differs && paper.isUnknown()) {
            refusals.add(cited("level-differs-without-paper", outcome, regime));
        }
        return refusals;
    }

    private static Refusal cited(String code, ReviewEvent.Outcome outcome, RegimeOn regime) {
        var facts = new HashMap<String, String>();
        Optional.ofNullable(outcome.level()).ifPresent(l -> facts.put("level", l));
        Optional.ofNullable(outcome.allowed()).ifPresent(l -> facts.put("allowed", l));
        return new Refusal(code, facts, source(regime));
    }

    private static Citation source(RegimeOn regime) {
        return regime.regime().source();
    }

    /** The codes of all levels of members, or of organisations, in the order of the regime. */
    static Set<String> levels(RegimeOn regime, String object) {
        return kinds(regime, object)
                .flatMap(kind -> regime.ladder(kind).stream())
                .map(ReviewRegime.Level::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> kinds(RegimeOn regime, String object) {
        return regime.regime().subjects().stream()
                .filter(subject -> subject.object().equals(object))
                .map(ReviewRegime.SubjectKind::kind);
    }

    /** The codes of all reasons why there may be no level: those of the regime, then the other ones. */
    public static Set<String> reasons(RegimeOn regime, String object, RulesOn rules) {
        var legal = kinds(regime, object)
                .flatMap(kind -> regime.exclusions(kind).stream())
                .map(ReviewRegime.Exclusion::reason);
        var others = rules.rulebook().codeList(OTHER_REASONS).on(rules.date()).stream()
                .map(CodeList.Code::code);
        return Stream.concat(legal, others).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Refusal> raised(ReviewEvent.CapRaised event, Paper paper, RulesOn rules) {
        var refusals = new ArrayList<Refusal>();
        var raised = rules.findRegime().stream()
                .flatMap(regime -> regime.regime().caps().stream())
                .flatMap(cap -> Stream.ofNullable(cap.raised()))
                .flatMap(key -> rules.findRuling(key).stream())
                .toList();
        if (raised.isEmpty()) {
            refusals.add(Refusal.of("cap-cannot-be-raised", Map.of("year", String.valueOf(event.year()))));
        }
        raised.stream()
                .filter(ruling -> event.limit().compareTo(ruling.number()) > 0
                        || event.limit().signum() <= 0)
                .findFirst()
                .ifPresent(ruling -> refusals.add(new Refusal(
                        "cap-above-raised-limit",
                        Map.of("limit", event.limit().toString(), "max", ruling.text()),
                        ruling.source())));
        if (paper.isUnknown()) {
            refusals.add(Refusal.of("cap-raised-without-paper", Map.of("year", String.valueOf(event.year()))));
        }
        return refusals;
    }

    private static List<Refusal> measured(ReviewEvent.CapMeasuredOfBoth event, Paper paper, RulesOn rules) {
        var year = Map.of("year", String.valueOf(event.year()));
        var refusals = new ArrayList<Refusal>();
        if (rules.findRegime().stream()
                .allMatch(regime -> regime.regime().caps().isEmpty())) {
            refusals.add(Refusal.of("cap-not-known", year));
        }
        if (paper.isUnknown()) {
            refusals.add(Refusal.of("cap-measured-without-paper", year));
        }
        return refusals;
    }

    /** What does not add up is noted, not refused: the figures are another's. Where they come from must be known. */
    private static List<Refusal> published(ReviewEvent.PublishedResultRecorded event, Paper paper, RulesOn rules) {
        var refusals = new ArrayList<Refusal>();
        if (rules.findRegime().map(RegimeOn::id).filter(event.regime()::equals).isEmpty()) {
            refusals.add(Refusal.of(
                    "regime-not-in-force",
                    Map.of("regime", event.regime(), "on", rules.date().toString())));
        }
        if (paper.isUnknown()) {
            refusals.add(Refusal.of("published-without-paper", Map.of("source", event.source())));
        }
        return refusals;
    }

    /** The title is the unit's; which one, and by which paper, is all that is asked. */
    private static List<Refusal> titled(ReviewEvent.UnitTitleRecorded event, Paper paper, RulesOn rules) {
        var refusals = new ArrayList<Refusal>();
        var list = rules.rulebook().codeList(UNIT_TITLES);
        if (list.find(event.title(), rules.date()).isEmpty()) {
            var allowed =
                    list.on(rules.date()).stream().map(CodeList.Code::code).collect(Collectors.joining(", "));
            refusals.add(new Refusal(
                    "unit-title-unknown", Map.of("title", event.title(), "allowed", allowed), list.source()));
        }
        if (paper.isUnknown()) {
            refusals.add(new Refusal(
                    "unit-title-without-paper", Map.of("year", String.valueOf(event.year())), list.source()));
        }
        return refusals;
    }

    private static List<Refusal> summary(ReviewEvent.SummaryRecorded event, RulesOn rules) {
        var known = rules.findRegime()
                .map(RegimeOn::id)
                .filter(event.regime()::equals)
                .isPresent();
        var refusals = new ArrayList<Refusal>();
        if (!known) {
            refusals.add(Refusal.of(
                    "regime-not-in-force",
                    Map.of("regime", event.regime(), "on", rules.date().toString())));
        }
        if (event.assessed() > event.total()
                || event.counts().stream().anyMatch(c -> c.number() < 0 || c.number() > event.total())) {
            refusals.add(Refusal.of("summary-does-not-add-up", Map.of("total", String.valueOf(event.total()))));
        }
        return refusals;
    }
}
