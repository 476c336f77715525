package vn.nentang.ledger;

/** Entries that contradict their own hash or what is already recorded. Nothing was taken in. */
public final class LedgerDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerDamaged(String sentence) {
        super(sentence);
    }
}
