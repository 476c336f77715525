package vn.nentang.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections of the application's role that see what the thread asking for them may. Role and reach hold for the
 * transaction that begins with them, so that nothing stays on a connection that goes back to the pool. One for each pool:
 * Spring finds the connection of a running transaction by the object it was asked of.
 */
final class ReachSource extends DelegatingDataSource {

    /** No statement of a reader goes on for ever. */
    private static final String READ_WITHIN = """
            SELECT set_config('role', ?, true), set_config('app.reach', ?, true), set_config('app.committees', ?, true),
                   set_config('app.self', ?, true), set_config('statement_timeout', ?, true)
            """;

    private static final String READING_MAX = "10min";
    private static final String NO_END = "0";
    private static final String NO_ROLE = "none";

    private static final Duration TURN_WAIT_MAX = Duration.ofSeconds(1);

    /**
     * Pages take turns, in the order they came, as many at once as keep the processors busy; more would only hinder each other.
     * Of the pool alone, whoever comes just when a connection falls free goes before those who wait.
     */
    private final Semaphore turns;

    ReachSource(HikariDataSource pool) {
        super(pool);
        // Each of them may need a second connection.
        var most = pool.getMaximumPoolSize() / 2;
        turns = new Semaphore(Math.min(most, 2 * Runtime.getRuntime().availableProcessors()), true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var reach = Reach.now();
        var page = PageConnection.now();
        var lent = page == null ? null : page.lend(this, reach);
        return lent == null ? ownConnection(reach) : lent;
    }

    private Connection ownConnection(Reach reach) throws SQLException {
        var connection = anyConnection();
        if (!reach.isWhole()) {
            try {
                confine(connection, reach);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }

    /** Of the pool, under the whole reach. */
    Connection anyConnection() throws SQLException {
        return super.getConnection();
    }

    /**
     * Waits until it is a page's turn.
     *
     * @return false where long ones hold it up too long: then it takes whatever connection falls free
     */
    boolean awaitTurn() {
        try {
            return turns.tryAcquire(TURN_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void endTurn() {
        turns.release();
    }

    /** Until its transaction ends, or it is confined to another reach. */
    static void confine(Connection connection, Reach reach) throws SQLException {
        try (var statement = connection.prepareStatement(READ_WITHIN)) {
            statement.setString(1, reach.isWhole() ? NO_ROLE : Role.READER.user());
            statement.setString(2, reach.organizations());
            statement.setString(3, reach.committees());
            statement.setString(4, reach.self());
            statement.setString(5, reach.isWhole() ? NO_END : READING_MAX);
            statement.execute();
        }
    }
}
