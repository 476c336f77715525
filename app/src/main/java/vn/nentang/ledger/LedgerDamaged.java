package vn.nentang.ledger;

/** Entries that contradict their own hash or what is already recorded. Nothing was taken in. */
public final class LedgerDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerDamaged(String sentence) {
        super(sentence);
    }

    /** Sealed well and yet about nothing that can be: somebody who knows how entries are sealed made it. */
    static LedgerDamaged tellingWhatCannotBe(long lastLine) {
        return new LedgerDamaged("Up to line %d an entry tells what cannot be.".formatted(lastLine));
    }
}
