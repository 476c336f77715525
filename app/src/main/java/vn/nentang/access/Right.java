package vn.nentang.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of reading or of act. Which post gives it, and which route or command needs it, is told by the matrix. */
public enum Right {
    SIGNED_IN,
    OWN_FILE,
    ORGANIZATION_READ,
    MEMBER_READ,
    IDENTITY_READ,
    FAMILY_READ,
    DISCIPLINE_READ,
    READ_LOG,
    REVIEW_READ,
    MEMBER_RECORD,
    MEMBER_DECIDE,
    ROSTER_IMPORT,
    REVIEW_RECORD,
    REVIEW_DECIDE,
    ORGANIZATION_RECORD,
    COMMITTEE_READ,
    COMMITTEE_RECORD,
    ACCOUNTS_MANAGE,
    MACHINE;

    /** The word used in the matrix: {@code member-read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Right> find(String code) {
        return Arrays.stream(values())
                .filter(right -> right.code().equals(code))
                .findFirst();
    }
}
