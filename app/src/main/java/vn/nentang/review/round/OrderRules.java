package vn.nentang.review.round;

import static vn.nentang.review.round.RefusalWords.TEXT_CHARS_MAX;
import static vn.nentang.review.round.RefusalWords.about;
import static vn.nentang.review.round.RefusalWords.cited;
import static vn.nentang.review.round.RefusalWords.isEmptyOrLong;
import static vn.nentang.review.round.RefusalWords.levelUnknown;
import static vn.nentang.review.round.RefusalWords.name;
import static vn.nentang.review.round.RefusalWords.names;
import static vn.nentang.review.round.RefusalWords.refusal;
import static vn.nentang.review.round.RefusalWords.unlessSaid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.RosterLine;
import vn.nentang.organization.Organization;
import vn.nentang.review.ExceededCaps;
import vn.nentang.review.round.RoundEvent.Change;
import vn.nentang.review.round.RoundEvent.DossierAppraised;
import vn.nentang.review.round.RoundEvent.DossierReturned;

/**
 * What goes before what on the way upward: parts before the whole, the lower level before the upper one, appraisal before
 * decision (366-QĐ/TW Điều 12). Pure.
 */
final class OrderRules {

    private OrderRules() {}

    static List<Refusal> submission(Place place) {
        var closed = PaperRules.closed(place);
        if (!closed.isEmpty()) {
            return closed;
        }
        var refusals = new ArrayList<Refusal>();
        if (place.dossier().own() == null) {
            refusals.add(reviewFirst("organization-not-self-reviewed", place));
        }
        refusals.addAll(place.isCell() ? cellNotReady(place) : belowNotDecided(place));
        return refusals;
    }

    /** By the steps of the year's own regulation; of the older ones, by the sentence that nobody is classified before the review. */
    private static Refusal reviewFirst(String code, Place place) {
        var source = Place.provision(place.regime(), Place.SELF_REVIEW_FIRST, Place.REVIEW_FIRST);
        return new Refusal(code, about(place), source.orElse(null));
    }

    private static List<Refusal> cellNotReady(Place place) {
        if (place.dossier().meeting() == null) {
            return List.of(reviewFirst("cell-has-not-met", place));
        }
        var met = place.dossier().met();
        var missing = place.roll().values().stream()
                .filter(line -> !met.contains(line.person()))
                .map(RosterLine::fullName)
                .toList();
        var refusals = new ArrayList<Refusal>();
        if (!missing.isEmpty()) {
            refusals.add(Refusal.of("meeting-incomplete", Map.of("names", names(missing))));
        }
        var unremarked = place.missingRemarks().keySet();
        if (!unremarked.isEmpty()) {
            var source = place.rules().findRuling("review.remark.residence").map(r -> r.source());
            refusals.add(new Refusal(
                    "remarks-missing",
                    Map.of(
                            "names",
                            names(unremarked.stream().map(p -> name(p, place)).toList())),
                    source.orElse(null)));
        }
        return refusals;
    }

    /** Parts before the whole: every organisation below is decided first. */
    private static List<Refusal> belowNotDecided(Place place) {
        var waiting = place.undecided().stream().map(Organization::name).toList();
        return waiting.isEmpty()
                ? List.of()
                : List.of(cited("below-not-decided", Place.PARTS_FIRST, Map.of("names", names(waiting)), place));
    }

    static List<Refusal> returning(DossierReturned event, Place place) {
        if (!place.dossier().isSubmitted()) {
            return List.of(refusal("dossier-not-submitted", place));
        }
        if (place.outcome() != null || !place.outcomes().isEmpty()) {
            return List.of(refusal("dossier-is-decided", place));
        }
        return unlessSaid(event.because());
    }

    static List<Refusal> appraisal(DossierAppraised event, Place place) {
        if (!place.dossier().isSubmitted()) {
            return List.of(refusal("dossier-not-submitted", place));
        }
        var isNext = place.appraisers().stream()
                .map(Organization::id)
                .filter(id -> !place.dossier().appraisers().contains(id))
                .findFirst()
                .filter(event.by()::equals)
                .isPresent();
        if (!isNext) {
            return List.of(refusal("not-the-next-to-appraise", place));
        }
        return event.changes().stream()
                .flatMap(change -> change(change, place).stream())
                .toList();
    }

    private static List<Refusal> change(Change change, Place place) {
        var person = change.person();
        var kind = person == null ? place.kind() : place.kindOf(person);
        var name = person == null ? place.organization().name() : name(person, place);
        if (!MeetingRules.isOutcome(change.outcome(), kind, place)) {
            return List.of(levelUnknown(change.outcome(), kind, place));
        }
        return isEmptyOrLong(change.because(), TEXT_CHARS_MAX)
                ? List.of(Refusal.of("proposal-without-reason", Map.of("name", name)))
                : List.of();
    }

    /** Whether a decision on a member or on the organisation may be taken: its papers came up the whole way. */
    static List<Refusal> againstDeciding(boolean onItself, Place place) {
        if (!place.dossier().isSubmitted()) {
            return List.of(cited("dossier-not-submitted", Place.LOWER_FIRST, about(place), place));
        }
        var appraised = place.dossier().appraisers();
        var waiting = place.appraisers().stream()
                .filter(o -> !appraised.contains(o.id()))
                .map(Organization::name)
                .toList();
        if (!waiting.isEmpty()) {
            return List.of(cited("not-appraised-yet", Place.LOWER_FIRST, Map.of("names", names(waiting)), place));
        }
        return onItself ? partsNotDecided(place) : List.of();
    }

    private static List<Refusal> partsNotDecided(Place place) {
        if (!place.isCell()) {
            return belowNotDecided(place);
        }
        var waiting = place.roll().values().stream()
                .filter(line -> !place.outcomes().containsKey(line.person()))
                .map(RosterLine::fullName)
                .toList();
        return waiting.isEmpty()
                ? List.of()
                : List.of(cited("members-not-decided", Place.PARTS_FIRST, Map.of("names", names(waiting)), place));
    }

    /** A group is over its cap, and no recorded decision raises it (366-QĐ/TW Điều 11 khoản 1 (1.5)). */
    static Refusal exceeded(ExceededCaps.Exceeded exceeded, Place place) {
        var group = exceeded.cap();
        var cap = group.cap();
        var limit = Optional.ofNullable(cap.raised())
                .filter(_ -> group.raisedByDecision())
                .orElse(cap.limit());
        var name = place.findRound()
                .flatMap(round -> round.group(group.group()))
                .map(RoundEvent.Group::name)
                .orElse(group.group());
        return new Refusal(
                "report-cap-exceeded",
                Map.of(
                        "organization", exceeded.where().name(),
                        "group", name.isEmpty() ? "–" : name,
                        "top", String.valueOf(cap.top()),
                        "both", String.valueOf(cap.top() + cap.base()),
                        "topLevel", cap.topCode(),
                        "baseLevel", cap.baseCode(),
                        "limit",
                                limit.number()
                                        .movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString(),
                        "allowed", String.valueOf(group.allowed())),
                limit.source());
    }

    static List<Refusal> report(Place place) {
        return place.isCell() ? List.of(refusal("no-report-of-a-cell", place)) : belowNotDecided(place);
    }
}
