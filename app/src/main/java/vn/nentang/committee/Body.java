package vn.nentang.committee;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A body whose seats a congress fixes. */
public enum Body {
    COMMITTEE,
    STANDING,
    DEPUTIES,
    INSPECTION;

    /** The word used in the list {@code post} and as key of its label. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The seats the congress fixed for it; null where it fixed none. */
    public @Nullable Integer of(CommitteeEvent.Seats seats) {
        return switch (this) {
            case COMMITTEE -> seats.committee();
            case STANDING -> seats.standing();
            case DEPUTIES -> seats.deputies();
            case INSPECTION -> seats.inspection();
        };
    }
}
