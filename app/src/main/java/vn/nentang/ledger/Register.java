package vn.nentang.ledger;

import java.util.List;

/**
 * Rows computed from the ledger, one subject at a time: the rows of a subject are a function of the entries that stand
 * for it and of nothing else, so that they can be thrown away and made again.
 */
public interface Register {

    /** The kind of subject it reads: {@code person}, {@code organization}, … */
    String subjectKind();

    /** The tables in the schema {@code register} that it alone writes. */
    List<String> tables();

    /** The events its rows are made of; acts of other modules leave them as they are. */
    default Class<? extends LedgerEvent> events() {
        return LedgerEvent.class;
    }

    /** Replaces the rows of these subjects. Called inside the transaction that appended the entries. */
    void rewrite(List<SubjectHistory> histories);

    /**
     * Makes again what follows from its rows of several subjects together, after all of these were rewritten: once, however
     * many they are.
     */
    default void derive(List<String> subjects) {}
}
