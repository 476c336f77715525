package vn.nentang.membership;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.VietnameseText;

/**
 * One member of a roster, as of its date.
 *
 * @param cell the cell in whose list the line stands: the own one, or for {@code temporary} the visited one
 */
public record RosterLine(
        PersonId person,
        String fullName,
        @Nullable String sex,
        @Nullable PartialDate birth,
        @Nullable String ethnicity,
        @Nullable String citizenId,
        @Nullable String cardNumber,
        @Nullable PartialDate admittedOn,
        @Nullable PartialDate recognisedOn,
        Standing standing,
        OrganizationId cell) {

    /** Vietnamese order of names; equal names by person. */
    static final Comparator<RosterLine> ORDER = Comparator.comparing(RosterLine::fullName, VietnameseText.nameOrder())
            .thenComparing(line -> line.person().toString());
}
