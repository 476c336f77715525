package vn.nentang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** New connections as one role; all that a pool needs of a data source. */
final class RoleSource extends AbstractDataSource {

    private static final String UNABLE_TO_CONNECT = "08001";

    /** A closing pool waits this long for a connection that is being made. */
    private static final int LOGIN_SECONDS_MAX = 5;

    private final Opening opening;

    RoleSource(Opening opening) {
        this.opening = opening;
    }

    /** How one connection is made. */
    interface Opening {
        Connection open() throws SQLException;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return opening.open();
        } catch (StoreUnavailable e) {
            throw new SQLNonTransientConnectionException(e.getMessage(), UNABLE_TO_CONNECT, e);
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The role is fixed");
    }

    /** How long the making may take is a property of the connection, and the pool asks nonetheless. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return LOGIN_SECONDS_MAX;
    }
}
