package vn.nentang.shell.web.review;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was decided of somebody as one code, as the address of a list asks for it. */
final class Outcomes {

    /** Nothing was recorded. */
    static final String UNDECIDED = "undecided";

    /** All levels together that count as good. */
    static final String GOOD = "good";

    private Outcomes() {}

    /** Of the level, or else of the reason why there is none. */
    static String code(@Nullable String level, @Nullable String reason) {
        return level != null ? level : reason != null ? reason : UNDECIDED;
    }

    /**
     * Whether a code is among those asked for.
     *
     * @param asked a code, {@link #GOOD}, or empty for everything
     * @param good the levels that count as good
     */
    static boolean isAmong(String asked, String code, Set<String> good) {
        return asked.isEmpty() || asked.equals(code) || (asked.equals(GOOD) && good.contains(code));
    }
}
