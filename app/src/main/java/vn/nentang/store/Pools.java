package vn.nentang.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/** Small pools with bounded waits; the application's begins a transaction with every statement. */
record Pools(HikariDataSource owner, HikariDataSource app) implements AutoCloseable {

    private static final int OWNER_CONNECTIONS_MAX = 4;
    private static final int APP_CONNECTIONS_MAX = 12;
    private static final Duration CONNECTION_WAIT_MAX = Duration.ofSeconds(10);
    private static final Duration VALIDATION_MAX = Duration.ofSeconds(3);
    private static final Duration IDLE_MAX = Duration.ofMinutes(2);

    /**
     * What a page asks runs shorter than it takes to plan it for its own values or to compile it: each statement is planned once.
     */
    private static final String APP_DEFAULTS = """
            SET plan_cache_mode = force_generic_plan;
            SET jit = off
            """;

    static Pools over(DataSource owner, DataSource app) {
        var forOwner = config("owner", owner, OWNER_CONNECTIONS_MAX);
        var forApp = config("app", app, APP_CONNECTIONS_MAX);
        forApp.setAutoCommit(false);
        forApp.setConnectionInitSql(APP_DEFAULTS);
        // Or they would go with the first transaction that is rolled back.
        forApp.setIsolateInternalQueries(true);
        return new Pools(new HikariDataSource(forOwner), new HikariDataSource(forApp));
    }

    private static HikariConfig config(String name, DataSource source, int connectionsMax) {
        var config = new HikariConfig();
        config.setPoolName("nentang-" + name);
        config.setDataSource(source);
        config.setMaximumPoolSize(connectionsMax);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MAX.toMillis());
        config.setConnectionTimeout(CONNECTION_WAIT_MAX.toMillis());
        config.setValidationTimeout(VALIDATION_MAX.toMillis());
        config.setInitializationFailTimeout(-1);
        return config;
    }

    @Override
    public void close() {
        app.close();
        owner.close();
    }
}
