package vn.nentang.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Paper;

/** What a desk asks the ledger to record; node, number, time and chain are the ledger's. */
public record NewEntry(
        LedgerEvent event,
        LocalDate effectiveOn,
        Paper paper,
        @Nullable EntryRef corrects) {

    public static NewEntry of(LedgerEvent event, LocalDate effectiveOn, Paper paper) {
        return new NewEntry(event, effectiveOn, paper, null);
    }
}
