package vn.nentang.review.round;

import static vn.nentang.review.round.RefusalWords.NAME_CHARS_MAX;
import static vn.nentang.review.round.RefusalWords.about;
import static vn.nentang.review.round.RefusalWords.cited;
import static vn.nentang.review.round.RefusalWords.isEmptyOrLong;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nentang.kernel.Refusal;
import vn.nentang.review.round.RoundEvent.PublishedLevel;
import vn.nentang.review.round.RoundEvent.ResultsPublished;

/** What the competent level may make public: all it decided of an organisation and its members, as it decided (366-QĐ/TW Điều 15). Pure. */
final class PublicationRules {

    private static final String MANNERS = "publication-manner";

    private PublicationRules() {}

    static List<Refusal> publication(ResultsPublished event, LocalDate on, Place place) {
        if (place.outcome() == null && place.outcomes().isEmpty()) {
            return List.of(cited("nothing-to-publish", Place.PUBLISHED, about(place), place));
        }
        var refusals = new ArrayList<Refusal>();
        if (!isAsDecided(event, place)) {
            refusals.add(cited("publication-not-as-decided", Place.PUBLISHED, about(place), place));
        }
        var decidedOn = place.decidedOn();
        if (decidedOn != null && on.isBefore(decidedOn)) {
            refusals.add(Refusal.of(
                    "publication-before-decision",
                    Map.of("organization", place.organization().name(), "decided", decidedOn.toString())));
        }
        refusals.addAll(manner(event, place));
        return refusals;
    }

    /** By the level that decides, and neither more nor less nor otherwise than it decided. */
    private static boolean isAsDecided(ResultsPublished event, Place place) {
        var levels = new LinkedHashMap<>();
        for (PublishedLevel level : event.members()) {
            levels.put(level.person(), level.outcome());
        }
        return event.by().equals(place.competent().id())
                && Objects.equals(event.outcome(), place.outcome())
                && levels.size() == event.members().size()
                && levels.equals(place.outcomes());
    }

    private static List<Refusal> manner(ResultsPublished event, Place place) {
        var refusals = new ArrayList<Refusal>();
        var manners = place.rules().rulebook().codeList(MANNERS);
        if (manners.find(event.manner(), place.rules().date()).isEmpty()) {
            refusals.add(Refusal.of("publication-manner-unknown", Map.of("manner", event.manner())));
        }
        if (isEmptyOrLong(event.where(), NAME_CHARS_MAX)) {
            refusals.add(Refusal.of("publication-place-length", Map.of("max", String.valueOf(NAME_CHARS_MAX))));
        }
        return refusals;
    }
}
