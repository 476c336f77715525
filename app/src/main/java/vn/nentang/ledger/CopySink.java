package vn.nentang.ledger;

/** Takes rows for tables, many at once. */
@FunctionalInterface
public interface CopySink {

    /**
     * Sends rows; they belong to the sink from then on.
     *
     * @param into the table with its schema and, in brackets, its columns
     */
    void copy(String into, CopyRows rows);
}
