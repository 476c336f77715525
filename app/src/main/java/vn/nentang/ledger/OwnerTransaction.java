package vn.nentang.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.nentang.store.Store;

/**
 * One transaction of the role that owns the tables: it may copy into tables under row-level security and set their indexes
 * aside. Whatever ends it early, from an exception to a power cut, leaves everything as it was.
 */
final class OwnerTransaction {

    private final Store store;
    private final Connection connection;

    private OwnerTransaction(Store store, Connection connection) {
        this.store = store;
        this.connection = connection;
    }

    /** What is done in the transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(OwnerTransaction transaction) throws SQLException;
    }

    /** @param failed what to say when the database fails */
    static <T> T of(Store store, String failed, Work<T> work) {
        try (var connection = store.owner().getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.in(new OwnerTransaction(store, connection));
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(failed, e);
        }
    }

    Connection connection() {
        return connection;
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    CopyManager copying() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Registers write over the application's source: for this thread, that is the owner's connection while this runs. */
    <T> T asApplication(Supplier<T> work) {
        var holder = new ConnectionHolder(connection);
        TransactionSynchronizationManager.bindResource(store.app(), holder);
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.unbindResource(store.app());
        }
    }
}
