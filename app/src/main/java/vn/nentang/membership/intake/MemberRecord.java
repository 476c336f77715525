package vn.nentang.membership.intake;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;

/**
 * What a row says of a member, as far as it could be read. What it does not say is null and never filled in.
 *
 * @param fullName composed Unicode, single spaces, without forms of address
 * @param ethnicity code of the list of 1979 that the Party's forms use
 * @param citizenId 12 digits
 * @param cardNumber 12 digits
 * @param statusDate the day of leaving or of exemption
 * @param cell spelt as in the context
 * @param form what further columns say: boxes of the member's form by their codes
 */
public record MemberRecord(
        @Nullable String fullName,
        @Nullable Sex sex,
        @Nullable PartialDate birth,
        @Nullable String ethnicity,
        @Nullable String citizenId,
        @Nullable String cardNumber,
        @Nullable PartialDate admittedOn,
        @Nullable PartialDate recognisedOn,
        @Nullable Standing standing,
        @Nullable PartialDate statusDate,
        @Nullable String cell,
        Map<String, String> form) {

    public MemberRecord {
        form = Map.copyOf(form);
    }

    /** As on the citizen's papers. */
    public enum Sex {
        M,
        F
    }

    /** Where a member stands in the organisation that keeps the roster. */
    public enum Standing {
        FULL,
        PROBATIONARY,
        EXEMPT,
        TEMPORARY,
        LEFT;

        /** The word used in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
