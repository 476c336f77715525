package vn.nentang.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/**
 * Databases for tests: one embedded PostgreSQL per build folder, shared by all test processes, and a fresh, migrated database
 * for every call. Durability is off here, and here alone.
 *
 * <pre>{@code
 * try (var store = TestStore.fresh()) {
 *     JdbcClient.create(store.app())…
 * }
 * }</pre>
 */
public final class TestStore {

    private static final Path FOLDER = Path.of("target", "test-store");
    private static final long ME = ProcessHandle.current().pid();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestStore() {}

    /** A database of its own with all migrations applied; closing drops it. About 50 ms. */
    public static Store fresh() {
        return copyOf(Shared.TEMPLATE);
    }

    /** A database of its own without any migration; closing drops it. */
    public static Store unmigrated() {
        return copyOf(Shared.BLANK);
    }

    private static Store copyOf(String template) {
        var name = "t_" + ME + "_" + NEXT.incrementAndGet();
        create(name, template);
        return onto(name, () -> drop(name));
    }

    private static Store onto(String database, Runnable atEnd) {
        return new Store(Store.poolsOver(Shared.CLUSTER, database), new Visit(atEnd), Role.APP.user());
    }

    private record Visit(Runnable atEnd) implements Store.Session {
        @Override
        public boolean startedHere() {
            return false;
        }

        @Override
        public void end() {
            atEnd.run();
        }
    }

    private static void create(String name, String template) {
        asAdmin(admin -> {
            Foundation.run(
                    admin,
                    "CREATE DATABASE " + name + " OWNER nentang_owner TEMPLATE " + template + " STRATEGY FILE_COPY");
            Foundation.openTo(admin, name);
        });
    }

    private static void drop(String name) {
        asAdmin(admin -> Foundation.run(admin, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }

    private interface Task {
        void run(Connection admin) throws SQLException;
    }

    private static void asAdmin(Task task) {
        try (var admin = Shared.CLUSTER.connect(Role.ADMIN, "postgres")) {
            task.run(admin);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Started by the first test that asks; stopped when the test process ends. */
    private static final class Shared {

        static final String TEMPLATE = "template_" + ME;
        static final String BLANK = EmbeddedCluster.DATABASE;
        static final EmbeddedCluster CLUSTER = EmbeddedCluster.enter(FOLDER, false);

        static {
            // After the applications over it, which write their last on the way out.
            SpringApplication.getShutdownHandlers().add(() -> CLUSTER.leave(false));
            try (var admin = CLUSTER.connect(Role.ADMIN, "postgres")) {
                Foundation.run(admin, "ALTER SYSTEM SET fsync = off");
                Foundation.run(admin, "ALTER SYSTEM SET synchronous_commit = off");
                Foundation.run(admin, "SELECT pg_reload_conf()");
                dropLeftovers(admin);
                Foundation.run(admin, "CREATE DATABASE " + TEMPLATE + " OWNER nentang_owner TEMPLATE " + BLANK);
                Foundation.openTo(admin, TEMPLATE);
            } catch (SQLException e) {
                throw new ExceptionInInitializerError(e);
            }
            try (var store = new Store(Store.poolsOver(CLUSTER, TEMPLATE), new Visit(() -> {}), Role.APP.user())) {
                Migrations.run(store);
            }
        }

        /** Databases of test processes that were killed. */
        private static void dropLeftovers(Connection admin) throws SQLException {
            try (var statement = admin.createStatement();
                    var found = statement.executeQuery(
                            "SELECT datname, split_part(datname, '_', 2) FROM pg_database WHERE datname ~ '^(t|template)_[0-9]+'")) {
                while (found.next()) {
                    var living = ProcessHandle.of(found.getLong(2)).isPresent() && found.getLong(2) != ME;
                    if (!living) {
                        Foundation.run(admin, "DROP DATABASE " + found.getString(1) + " WITH (FORCE)");
                    }
                }
            }
        }
    }
}
