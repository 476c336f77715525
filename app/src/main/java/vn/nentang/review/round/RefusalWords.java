package vn.nentang.review.round;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.RosterLine;
import vn.nentang.rulebook.regime.ReviewRegime;

/** The words that the rules of a round share: names, bounds, a refusal with the article of its provision. */
final class RefusalWords {

    static final int TEXT_CHARS_MAX = 4_000;
    static final int NAME_CHARS_MAX = 200;
    private static final int NAMES_SHOWN_MAX = 5;

    private RefusalWords() {}

    static String name(PersonId person, Place place) {
        return Optional.ofNullable(place.roll().get(person))
                .map(RosterLine::fullName)
                .orElse("");
    }

    static String names(Collection<String> all) {
        var shown = all.stream().limit(NAMES_SHOWN_MAX).collect(Collectors.joining(", "));
        return all.size() > NAMES_SHOWN_MAX ? "%s … (%d)".formatted(shown, all.size()) : shown;
    }

    static boolean isEmptyOrLong(@Nullable String text, int max) {
        return text == null || text.isBlank() || text.length() > max;
    }

    /** A reason in words is there, and no longer than it may be. */
    static List<Refusal> unlessSaid(@Nullable String text) {
        return isEmptyOrLong(text, TEXT_CHARS_MAX)
                ? List.of(Refusal.of("reason-length", Map.of("max", String.valueOf(TEXT_CHARS_MAX))))
                : List.of();
    }

    static Map<String, String> about(Place place) {
        return Map.of("organization", place.organization().name(), "year", String.valueOf(place.year()));
    }

    static Refusal refusal(String code, Place place) {
        return Refusal.of(code, about(place));
    }

    static Refusal cited(String code, String provision, Map<String, String> facts, Place place) {
        @Nullable Citation source = place.provision(provision);
        return new Refusal(code, facts, source);
    }

    static Refusal levelUnknown(String level, String kind, Place place) {
        var allowed = place.regime().ladder(kind).stream()
                .map(ReviewRegime.Level::code)
                .collect(Collectors.joining(", "));
        return Refusal.of("level-unknown", Map.of("level", level, "allowed", allowed));
    }
}
