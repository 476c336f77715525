package vn.nentang.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nentang.store.StoreSettings.Embedded;
import vn.nentang.store.StoreSettings.External;
import vn.nentang.store.StoreUnavailable.Reason;

/**
 * An open database. Close it: the pools end first, then the embedded PostgreSQL unless another process still uses it. A
 * process that is asked to end (SIGTERM, Ctrl-C) closes what it left open.
 */
public final class Store implements AutoCloseable {

    /** A server stops its web part first and then closes the store itself; this is how long it may take. */
    private static final Duration SERVER_ENDS_MAX = Duration.ofSeconds(40);

    private final Pools pools;
    private final DataSource app;
    private final Session session;
    private final String appUser;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread hook;

    Store(Pools pools, Session session, String appUser) {
        this.pools = pools;
        this.app = new ReachSource(pools.app());
        this.session = session;
        this.appUser = appUser;
    }

    /** What remains to be left when the pools are closed. */
    interface Session {
        boolean startedHere();

        void end();

        /** Only of an embedded database. */
        default Optional<Path> folder() {
            return Optional.empty();
        }
    }

    /**
     * Opens the database for a command: starts the embedded one, or connects when a server or another command has.
     *
     * @throws StoreUnavailable with a code and a sentence when it cannot be used
     */
    public static Store open(StoreSettings settings) {
        return open(settings, false);
    }

    /**
     * Opens the database for the one server of its folder. Commands may run beside it; a second server is refused with
     * {@code store-folder-in-use}. Its owner closes the store after the web part; if nobody does, that happens 40 seconds
     * after the process was asked to end.
     *
     * @throws StoreUnavailable with a code and a sentence when it cannot be used
     */
    public static Store openAsServer(StoreSettings settings) {
        return open(settings, true);
    }

    private static Store open(StoreSettings settings, boolean asServer) {
        var store = switch (settings) {
            case Embedded(var folder) -> embedded(EmbeddedCluster.enter(folder, asServer), asServer);
            case External external -> external(external);
        };
        store.closeAtExit(asServer ? SERVER_ENDS_MAX : Duration.ZERO);
        return store;
    }

    private static Store embedded(EmbeddedCluster cluster, boolean asServer) {
        return new Store(
                poolsOver(cluster, EmbeddedCluster.DATABASE), new EmbeddedSession(cluster, asServer), Role.APP.user());
    }

    static Pools poolsOver(EmbeddedCluster cluster, String database) {
        return Pools.over(
                new RoleSource(() -> cluster.connect(Role.OWNER, database)),
                new RoleSource(() -> cluster.connect(Role.APP, database)));
    }

    private static Store external(External settings) {
        var sources = ExternalDatabase.checked(settings);
        return new Store(
                Pools.over(sources.owner(), sources.app()),
                new ExternalSession(),
                settings.app().user());
    }

    private record EmbeddedSession(EmbeddedCluster cluster, boolean asServer) implements Session {
        @Override
        public boolean startedHere() {
            return cluster.startedHere();
        }

        @Override
        public void end() {
            cluster.leave(asServer);
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(cluster.folder());
        }
    }

    private record ExternalSession() implements Session {
        @Override
        public boolean startedHere() {
            return false;
        }

        @Override
        public void end() {}
    }

    /** As the role that owns the schemas: migrations and maintenance. Commits each statement unless told otherwise. */
    public DataSource owner() {
        return pools.owner();
    }

    /**
     * As the role that owns nothing, or for a page as the one that can only read; see {@link Reach}. Auto-commit is off.
     * Always the same object, so that everybody who asks takes part in one transaction.
     */
    public DataSource app() {
        return app;
    }

    /** The name of the role behind {@link #app()}. */
    public String appUser() {
        return appUser;
    }

    /** Where files may lie beside the embedded database, for this user alone; empty for an external one. */
    public Optional<Path> folder() {
        return session.folder();
    }

    /** True when this process started PostgreSQL, false when it connected to one that was running. */
    public boolean startedHere() {
        return session.startedHere();
    }

    /** Closes the pools, then leaves the database. The second call does nothing. */
    @Override
    public void close() {
        if (closeOnce()) {
            forgetHook();
        }
    }

    private synchronized boolean closeOnce() {
        if (closed.getCount() == 0) {
            return false;
        }
        try {
            pools.close();
        } finally {
            closed.countDown();
            session.end();
        }
        return true;
    }

    private void closeAtExit(Duration patience) {
        var atExit = Thread.ofPlatform().name("store-close").unstarted(() -> {
            awaitClosed(patience);
            closeOnce();
        });
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
            hook = atExit;
        } catch (IllegalStateException e) {
            close();
            throw new StoreUnavailable(Reason.NOT_STARTED, "the process is ending", e);
        }
    }

    private void awaitClosed(Duration patience) {
        try {
            closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process may be ending already, and then its hooks stay as they are. */
    private void forgetHook() {
        try {
            if (hook != null) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } catch (IllegalStateException e) {
            hook = null;
        }
    }
}
