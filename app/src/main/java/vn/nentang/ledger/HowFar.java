package vn.nentang.ledger;

/** Is told from time to time how far a long work has come. */
@FunctionalInterface
public interface HowFar {

    /**
     * So many are done.
     *
     * @param of how many there will be; 0 where nobody knows
     */
    void reached(long done, long of);
}
