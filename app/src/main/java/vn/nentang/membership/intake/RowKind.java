package vn.nentang.membership.intake;

import java.util.Locale;

/** What a row below a header is. */
enum RowKind {
    PERSON,
    SECTION,
    SUBTOTAL,
    TOTAL,
    SIGNATURE,
    NUMBERING,
    HEADER,
    TITLE,
    /** Nothing of a person: a number prepared for a line that was never filled in. */
    EMPTY;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
