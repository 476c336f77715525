package vn.nentang.store;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import vn.nentang.store.StoreUnavailable.Reason;

/**
 * Brings a database to the shape this program needs, from {@code db/migration} on the class path. Runs as the owner; two
 * processes at once wait for each other. In SQL, {@code ${app}} stands for the application's role and
 * {@code ${reader}} for the one pages read as.
 */
public final class Migrations {

    /** The schema of the history table, apart from the data. */
    private static final String HISTORY_SCHEMA = "migration";

    private Migrations() {}

    /**
     * Applies what is missing and returns how many files that were.
     *
     * @throws StoreUnavailable when the database cannot be reached, its disk is full, or a newer program made it
     */
    public static int run(Store store) {
        try {
            return flyway(store).migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw StoreUnavailable.from(e)
                    .orElseGet(() -> new StoreUnavailable(Reason.OTHER_SHAPE, String.valueOf(e.getMessage()), e));
        }
    }

    private static Flyway flyway(Store store) {
        return Flyway.configure()
                .dataSource(store.owner())
                .locations("classpath:db/migration")
                .defaultSchema(HISTORY_SCHEMA)
                .placeholders(Map.of("app", store.appUser(), "reader", Role.READER.user()))
                .cleanDisabled(true)
                // Numbered by module: a later file of an early module comes to a database that has the later modules'
                // files.
                .outOfOrder(true)
                // A database of a newer program is refused, not used half understood.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }
}
