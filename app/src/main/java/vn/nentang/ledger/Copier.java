package vn.nentang.ledger;

import java.sql.SQLException;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Sends rows to the database on a thread of its own, in the order they were handed over, so that the next ones are made
 * meanwhile. A few lots wait and no more: memory stays within them.
 */
final class Copier implements CopySink, AutoCloseable {

    private static final int LOTS_WAITING_MAX = 6;
    private static final SQLExceptionTranslator DATABASE_SAYS = new SQLStateSQLExceptionTranslator();

    private final CopyManager copying;
    private final InTurn lots = new InTurn("ledger-copy", LOTS_WAITING_MAX);

    Copier(CopyManager copying) {
        this.copying = copying;
    }

    @Override
    public void copy(String into, CopyRows rows) {
        if (rows.count() > 0) {
            lots.hand(() -> send(into, rows));
        }
    }

    private void send(String into, CopyRows rows) {
        try {
            var copy = copying.copyIn("COPY " + into + " FROM STDIN");
            try {
                copy.writeToCopy(rows.bytes(), 0, rows.length());
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw DATABASE_SAYS.translate("COPY", into, e);
        }
    }

    /** Until everything handed over is in the database, and the connection free for other work. */
    void await() {
        lots.await();
    }

    @Override
    public void close() {
        lots.close();
    }
}
