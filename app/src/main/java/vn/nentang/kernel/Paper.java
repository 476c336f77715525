package vn.nentang.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The paper that carries a decision. Any part may be unknown. */
public record Paper(
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String issuer,
        @Nullable String signer) {

    public static final Paper UNKNOWN = new Paper(null, null, null, null);

    public boolean isUnknown() {
        return equals(UNKNOWN);
    }
}
