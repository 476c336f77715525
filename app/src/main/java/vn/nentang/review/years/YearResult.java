package vn.nentang.review.years;

import org.jspecify.annotations.Nullable;

/** What was decided of one subject for one year. Exactly one of level and reason is set. */
public record YearResult(
        int year,
        String regime,
        @Nullable String level,
        @Nullable String notClassified) {

    /** The code of the level, or of the reason why there is none. */
    public String code() {
        return level != null ? level : notClassified != null ? notClassified : "";
    }
}
