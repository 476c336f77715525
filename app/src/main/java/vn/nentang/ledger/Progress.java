package vn.nentang.ledger;

/** Is told from time to time how far a work of several stages has come. */
@FunctionalInterface
public interface Progress {

    /**
     * So many are done in a stage.
     *
     * @param of how many there will be; 0 where nobody knows
     */
    void reached(Stage stage, long done, long of);
}
