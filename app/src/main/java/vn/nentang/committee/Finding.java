package vn.nentang.committee;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;

/**
 * Something about a committee on a day that somebody should look at, and the article.
 *
 * @param body which body it is about; null where it is about the committee as a whole
 * @param facts numbers, days and names its sentence tells, as text
 * @param citation null where it is a check of our own
 */
public record Finding(
        Kind kind,
        @Nullable Body body,
        Map<String, String> facts,
        @Nullable Citation citation) {

    public Finding {
        facts = Map.copyOf(facts);
    }

    /** What was found; the first ones call for strengthening, the last only for a second look. */
    public enum Kind {
        SECRETARY_MISSING(true),
        TERM_MISSING(true),
        TERM_OVER(true),
        TERM_ENDING(true),
        /** A cell large enough for a committee has none. */
        COMMITTEE_MISSING(true),
        /** A committee large enough for a standing committee has none. */
        STANDING_MISSING(true),
        INSPECTION_HEAD_MISSING(true),
        /** Somebody keeps a post here and has moved to a roll outside. */
        HOLDER_MOVED_AWAY(true),
        /** Fewer than the congress fixed. */
        SHORT(true),
        /** Fewer than the least size. */
        SMALL(true),
        /** More than the greatest size; the superior may have allowed it. */
        LARGE(false),
        /** The standing committee is more than its share of the committee. */
        STANDING_SHARE(false),
        /** The term was set longer than the rule and its margin. */
        TERM_LONG(false);

        private final boolean strengthening;

        Kind(boolean strengthening) {
            this.strengthening = strengthening;
        }

        /** Whether it belongs on the list of committees to strengthen (kiện toàn). */
        public boolean needsStrengthening() {
            return strengthening;
        }
    }

    /** The word used in JSON and as key of its sentence: {@code short-inspection}. */
    public String code() {
        var word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return body == null ? word : word + "-" + body.word();
    }
}
