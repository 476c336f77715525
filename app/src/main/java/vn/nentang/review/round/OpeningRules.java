package vn.nentang.review.round;

import static vn.nentang.review.round.RefusalWords.NAME_CHARS_MAX;
import static vn.nentang.review.round.RefusalWords.isEmptyOrLong;
import static vn.nentang.review.round.RefusalWords.refusal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nentang.kernel.Refusal;
import vn.nentang.review.round.RoundEvent.Item;
import vn.nentang.review.round.RoundEvent.RoundOpened;
import vn.nentang.review.round.RoundEvent.ScoreSheetSet;
import vn.nentang.rulebook.regime.ReviewRegime;

/** What opens a round: groups of similar position, last days, the lines of a score sheet. Pure. */
final class OpeningRules {

    private static final int GROUPS_MAX = 50;
    private static final int ITEMS_MAX = 100;
    private static final String FINISH = "review.deadline.finish";
    private static final String SPECIAL_UNITS = "review.deadline.special-units";

    private OpeningRules() {}

    static List<Refusal> opening(RoundOpened event, Place place) {
        var refusals = new ArrayList<Refusal>();
        if (place.findRound()
                .filter(round -> !round.organization().equals(event.organization()))
                .isPresent()) {
            refusals.add(refusal("round-open-above", place));
        }
        if (!event.regime().equals(place.regime().id())
                || place.regime().regime().purpose() != ReviewRegime.Purpose.CLASSIFY) {
            refusals.add(Refusal.of(
                    "regime-not-in-force",
                    Map.of("regime", event.regime(), "on", place.rules().date().toString())));
        }
        refusals.addAll(groups(event, place));
        refusals.addAll(deadlines(event, place));
        return refusals;
    }

    private static List<Refusal> groups(RoundOpened event, Place place) {
        var refusals = new ArrayList<Refusal>();
        var codes = new HashSet<String>();
        for (var group : event.groups()) {
            if (!codes.add(group.code()) || isEmptyOrLong(group.name(), NAME_CHARS_MAX)) {
                refusals.add(Refusal.of("round-group-unclear", Map.of("group", group.code())));
            }
        }
        if (event.groups().size() > GROUPS_MAX) {
            refusals.add(Refusal.of("round-groups-too-many", Map.of("max", String.valueOf(GROUPS_MAX))));
        }
        place.memberKinds().stream()
                .filter(kind ->
                        event.groups().stream().noneMatch(group -> group.kinds().contains(kind.kind())))
                .forEach(kind -> refusals.add(Refusal.of(
                        "round-kind-without-group", Map.of("kind", kind.label().vi()))));
        return refusals;
    }

    private static List<Refusal> deadlines(RoundOpened event, Place place) {
        var days = event.deadlines();
        if (days.submission().isBefore(days.selfReview()) || days.decision().isBefore(days.submission())) {
            return List.of(Refusal.of("round-deadlines-out-of-order", Map.of()));
        }
        var latest = place.rules()
                .findRuling(SPECIAL_UNITS)
                .map(ruling -> Map.entry(ruling.monthDay().atYear(event.year() + 1), ruling.source()))
                .or(() -> place.rules()
                        .findRuling(FINISH)
                        .map(ruling -> Map.entry(ruling.monthDay().atYear(event.year()), ruling.source())));
        return latest.filter(last -> !days.decision().isBefore(last.getKey()))
                .map(last -> List.of(new Refusal(
                        "round-deadline-too-late",
                        Map.of(
                                "day",
                                days.decision().toString(),
                                "before",
                                last.getKey().toString()),
                        last.getValue())))
                .orElse(List.of());
    }

    /** The lines of each group of criteria give as many points as the regulation gives the group. */
    static List<Refusal> sheet(ScoreSheetSet event, Place place) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        event.items().forEach(item -> sums.merge(item.group(), item.max(), BigDecimal::add));
        var refusals = new ArrayList<Refusal>();
        if (event.items().size() > ITEMS_MAX
                || event.items().stream().anyMatch(OpeningRules::isUnclear)
                || event.items().stream().map(Item::code).distinct().count()
                        < event.items().size()) {
            refusals.add(Refusal.of("score-sheet-unclear", Map.of("max", String.valueOf(ITEMS_MAX))));
        }
        for (var criterion : place.regime().criteria(event.kind())) {
            var max = criterion.max();
            var sum = sums.getOrDefault(criterion.group(), BigDecimal.ZERO);
            if (max != null && sum.compareTo(max) != 0) {
                refusals.add(new Refusal(
                        "score-sheet-does-not-add-up",
                        Map.of("group", criterion.label().vi(), "sum", sum.toPlainString(), "max", max.toPlainString()),
                        criterion.source()));
            }
        }
        return refusals;
    }

    private static boolean isUnclear(Item item) {
        return item.code().isBlank()
                || isEmptyOrLong(item.title(), NAME_CHARS_MAX)
                || item.max().signum() <= 0;
    }
}
