package vn.nentang.review;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import vn.nentang.ledger.Entry;

/** The columns that members' and organisations' decisions share, in the order the tables have them. */
final class OutcomeColumns {

    private OutcomeColumns() {}

    static void bind(PreparedStatement row, int first, ReviewEvent.Outcome outcome, Entry<?> entry)
            throws SQLException {
        row.setString(first, outcome.regime());
        row.setString(first + 1, outcome.level());
        row.setString(first + 2, outcome.notClassified());
        row.setString(first + 3, outcome.allowed());
        row.setString(first + 4, outcome.because());
        row.setObject(first + 5, entry.effectiveOn());
        row.setString(first + 6, entry.ref().toString());
    }
}
