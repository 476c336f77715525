package vn.nentang.membership.intake;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known before a roster is read.
 *
 * @param organization name of the Party organisation whose roster it is
 * @param asOf the day of the list: nothing recorded in it lies after that day
 * @param cells names of the cells that exist on that day
 */
public record IntakeContext(
        String organization, LocalDate asOf, List<String> cells, IntakeRules rules, KnownMembers known) {

    public IntakeContext {
        cells = List.copyOf(cells);
    }
}
