package vn.nentang.statistics.census;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What members are counted by. */
public enum Attribute {
    STANDING,
    SEX,
    /** Bands of the list {@code age-band}, by the first day a birth date can mean. */
    AGE,
    /** Bands of the list {@code party-age-band}, from the day of admission; time outside the Party is not taken off. */
    PARTY_AGE,
    ETHNIC_GROUP,
    RELIGION,
    GENERAL_EDUCATION,
    PROFESSIONAL_QUALIFICATION,
    POLITICAL_THEORY,
    OCCUPATION,
    /** The level decided for a year, or the reason why there is none. */
    LEVEL,
    /** How many years in a row, up to a year, the member's cell was on a good level or better. */
    CELL_STREAK;

    /** The word used in addresses, on the command line and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is asked for one year. */
    public boolean isOfAYear() {
        return this == LEVEL || this == CELL_STREAK;
    }

    static Optional<Attribute> named(String code) {
        return Arrays.stream(values()).filter(a -> a.code().equals(code)).findFirst();
    }
}
