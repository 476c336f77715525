package vn.nentang.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections of the application's role that see what the thread asking for them may. Role and reach hold for the
 * transaction that begins with them, so that nothing stays on a connection that goes back to the pool. One for each pool:
 * Spring finds the connection of a running transaction by the object it was asked of.
 */
final class ReachSource extends DelegatingDataSource {

    private static final String READ_WITHIN = """
            SELECT set_config('role', ?, true), set_config('app.reach', ?, true), set_config('app.committees', ?, true),
                   set_config('app.self', ?, true)
            """;

    ReachSource(HikariDataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var reach = Reach.now();
        var connection = super.getConnection();
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
}
