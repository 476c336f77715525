package vn.nentang.review.years;

import org.jspecify.annotations.Nullable;

/**
 * Years in a row up to one year.
 *
 * @param length how many years; zero where the last year itself does not count
 * @param since the first of them; the year asked for where there is none
 * @param end what stands before the first of them
 */
public record Streak(int length, int since, End end) {

    /** Why a row goes no further back. */
    public enum Why {
        ANOTHER_LEVEL,
        NOT_CLASSIFIED,
        NO_RESULT,
        NOT_COMPARABLE,
        FOUNDED
    }

    /**
     * The end of a row, going back.
     *
     * @param year the first year that does not belong to it
     * @param code level or reason of that year; null where there is none
     */
    public record End(Why why, int year, @Nullable String code) {}
}
