package vn.nentang.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of the application's role that see what the thread asking for them may. Role and reach hold for the
 * transaction that begins with them, so that nothing stays on a connection that goes back to the pool.
 */
record ReachSource(HikariDataSource pool) implements DataSource {

    private static final String READ_WITHIN = """
            SELECT set_config('role', ?, true), set_config('app.reach', ?, true), set_config('app.committees', ?, true),
                   set_config('app.self', ?, true)
            """;

    @Override
    public Connection getConnection() throws SQLException {
        var reach = Reach.now();
        var connection = pool.getConnection();
        if (!reach.isWhole()) {
            confine(connection, reach);
        }
        return connection;
    }

    private static void confine(Connection connection, Reach reach) throws SQLException {
        try (var statement = connection.prepareStatement(READ_WITHIN)) {
            statement.setString(1, Role.READER.user());
            statement.setString(2, reach.organizations());
            statement.setString(3, reach.committees());
            statement.setString(4, reach.self());
            statement.execute();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The role is fixed");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
