package vn.nentang.membership;

import java.util.Locale;

/** How a member stands in a cell: what lists print in one word. */
public enum Standing {
    FULL,
    PROBATIONARY,
    EXEMPT,
    SUSPENDED,
    /** On another roll, takes part here for a time. */
    TEMPORARY,
    /** On this roll, takes part elsewhere for a time. */
    TEMPORARY_ELSEWHERE,
    /** On the roll by a list that does not tell. */
    UNKNOWN;

    /** The word used in JSON and as key of its label. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
