package vn.nentang.ledger;

import java.util.List;

/**
 * A register with so many rows that a bulk load and a rebuild copy them in. What it copies is what {@link #rewrite} would write for the
 * same histories.
 */
public interface CopiedRegister extends Register {

    /** Adds the rows of subjects that have none yet. */
    void fill(List<SubjectHistory> histories, CopySink sink);
}
