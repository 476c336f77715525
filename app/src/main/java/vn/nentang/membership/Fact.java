package vn.nentang.membership;

import org.jspecify.annotations.Nullable;

/**
 * One field of a person's file and its value.
 *
 * @param field code of the list {@code person-field} (the boxes of the Phiếu đảng viên, form 2-HSĐV)
 * @param value text, ISO date as far as known, or a code of the field's list; null empties the field
 */
public record Fact(String field, @Nullable String value) {

    public static final String FULL_NAME = "full-name";
    public static final String SEX = "sex";
    public static final String BIRTH = "birth-date";
    public static final String CITIZEN_ID = "citizen-id";
    public static final String CARD_NUMBER = "card-number";
    public static final String ETHNICITY = "ethnic-group";
}
