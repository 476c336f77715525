package vn.nentang.review.round;

import static vn.nentang.review.round.RefusalWords.TEXT_CHARS_MAX;
import static vn.nentang.review.round.RefusalWords.levelUnknown;
import static vn.nentang.review.round.RefusalWords.name;
import static vn.nentang.review.round.RefusalWords.refusal;
import static vn.nentang.review.round.RefusalWords.unlessSaid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.round.RoundEvent.Item;
import vn.nentang.review.round.RoundEvent.MemberSelfReviewed;
import vn.nentang.review.round.RoundEvent.OrganizationSelfReviewed;
import vn.nentang.review.round.RoundEvent.RemarkRecorded;
import vn.nentang.review.round.RoundEvent.SelfReview;
import vn.nentang.review.workbook.FactWords;
import vn.nentang.rulebook.regime.Facts;

/** What self-reviews, the report of a collective and remarks may hold. Pure. */
final class PaperRules {

    private static final int PASSAGES_MAX = 30;

    private PaperRules() {}

    static List<Refusal> ownReview(OrganizationSelfReviewed event, Place place) {
        var closed = closed(place);
        return closed.isEmpty()
                ? content(event.review(), place.kind(), place.organization().name(), place)
                : closed;
    }

    static List<Refusal> selfReview(MemberSelfReviewed event, Place place) {
        var against = onRoll(event.person(), place);
        if (!against.isEmpty()) {
            return against;
        }
        var name = name(event.person(), place);
        var isKind = place.memberKinds().stream().anyMatch(kind -> kind.kind().equals(event.kind()));
        var group = place.findRound().flatMap(round -> round.group(event.group()));
        if (!isKind || group.filter(g -> g.kinds().contains(event.kind())).isEmpty()) {
            return List.of(Refusal.of("self-review-group-wrong", Map.of("name", name, "group", event.group())));
        }
        return content(event.review(), event.kind(), name, place);
    }

    /** An open dossier, and a member of it. */
    private static List<Refusal> onRoll(PersonId person, Place place) {
        var closed = closed(place);
        return !closed.isEmpty() || place.roll().containsKey(person)
                ? closed
                : List.of(refusal("member-not-on-roll", place));
    }

    static List<Refusal> closed(Place place) {
        return place.dossier().isSubmitted() ? List.of(refusal("dossier-is-submitted", place)) : List.of();
    }

    private static List<Refusal> content(SelfReview review, String kind, String name, Place place) {
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(facts(review.facts(), kind, name, place));
        refusals.addAll(points(review, kind, name, place));
        var isLong = review.passages().size() > PASSAGES_MAX
                || review.passages().stream().anyMatch(p -> p.text().length() > TEXT_CHARS_MAX);
        if (isLong) {
            refusals.add(
                    Refusal.of("self-review-too-long", Map.of("name", name, "max", String.valueOf(TEXT_CHARS_MAX))));
        }
        var level = review.level();
        if (level != null
                && place.regime().ladder(kind).stream().noneMatch(l -> l.code().equals(level))) {
            refusals.add(levelUnknown(level, kind, place));
        }
        return refusals;
    }

    /** Known facts only, in the words of the regime, and no more points than a group gives. */
    static List<Refusal> facts(List<JudgedFact> facts, String kind, String name, Place place) {
        var words = new FactWords(place.regime(), kind);
        var refusals = new ArrayList<Refusal>();
        for (var fact : facts) {
            var known = place.regime().regime().facts().get(fact.name());
            var read = Optional.ofNullable(known).flatMap(f -> words.read(Facts.NONE, f, fact.value()));
            if (read.isEmpty() || exceeds(read.get().values().get(fact.name()), fact.name(), kind, place)) {
                refusals.add(Refusal.of(
                        "fact-unreadable",
                        Map.of(
                                "organization",
                                name,
                                "fact",
                                known == null ? fact.name() : known.label().vi(),
                                "given",
                                fact.value())));
            }
        }
        return refusals;
    }

    private static boolean exceeds(@Nullable Object value, String fact, String kind, Place place) {
        return value instanceof BigDecimal points
                && (points.signum() < 0
                        || place.regime().criteria(kind).stream()
                                .filter(criterion -> fact.equals(criterion.fact()))
                                .flatMap(criterion -> Stream.ofNullable(criterion.max()))
                                .anyMatch(max -> points.compareTo(max) > 0));
    }

    private static List<Refusal> points(SelfReview review, String kind, String name, Place place) {
        var items =
                place.sheets().getOrDefault(kind, List.of()).stream().collect(Collectors.toMap(Item::code, Item::max));
        return review.points().stream()
                .filter(given -> given.points().signum() < 0
                        || given.points()
                                        .compareTo(Objects.requireNonNullElse(
                                                items.get(given.item()), BigDecimal.valueOf(-1)))
                                > 0)
                .map(given -> Refusal.of(
                        "points-above-sheet",
                        Map.of(
                                "name",
                                name,
                                "item",
                                given.item(),
                                "points",
                                given.points().toPlainString())))
                .toList();
    }

    static List<Refusal> remark(RemarkRecorded event, Place place) {
        var refusals = new ArrayList<>(onRoll(event.person(), place));
        var sources = place.rules().rulebook().codeList("remark-source");
        if (sources.find(event.source(), place.rules().date()).isEmpty()) {
            refusals.add(Refusal.of("remark-source-unknown", Map.of("source", event.source())));
        }
        refusals.addAll(unlessSaid(event.text()));
        return refusals;
    }
}
