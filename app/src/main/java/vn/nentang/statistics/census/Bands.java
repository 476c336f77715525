package vn.nentang.statistics.census;

import java.time.LocalDate;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;

/** Bands of age, from the lists of the rulebook in force on the day counted. */
final class Bands {

    private static final String AGE = "age-band";
    private static final String PARTY_AGE = "party-age-band";
    private static final String FROM = "from";

    private final Rulebook rulebook;

    Bands(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    Coder age(LocalDate on) {
        return band(Columns.BIRTH, rulebook.codeList(AGE), on);
    }

    Coder partyAge(LocalDate on) {
        return band(Columns.ADMITTED, rulebook.codeList(PARTY_AGE), on);
    }

    /** Who is so many full years old on a day was born that many years before it, or earlier. */
    private static Coder band(int column, CodeList list, LocalDate on) {
        var bands = list.on(on);
        return new Coder.Band(
                column,
                bands.stream().map(CodeList.Code::code).toList(),
                bands.stream()
                        .map(band ->
                                Days.of(on.minusYears(Long.parseLong(band.with().getOrDefault(FROM, "0")))))
                        .toList());
    }
}
