package vn.nentang.kernel;

import java.util.Locale;

/** How sure the wording behind a rule is: read in a cited page, known second-hand, or not confirmed. */
public enum Mark {
    VERIFIED,
    SECONDHAND,
    DRAFT;

    /** The lower-case word used in rule files and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a result that rests on it must say so on the page. */
    public boolean needsCaution() {
        return this != VERIFIED;
    }
}
