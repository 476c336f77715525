package vn.nentang.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.nentang.store.StoreUnavailable.Reason;

/**
 * The embedded PostgreSQL of one data folder. Whoever enters first starts it, everyone else connects, and the last one out
 * stops it. A server that died, or was left behind by a killed process, is started again or taken over.
 */
final class EmbeddedCluster {

    static final String DATABASE = "nentang";

    /** What the first start laid; data folders of a program that laid less are brought up to it. */
    private static final String PREPARED = "roles, database, extensions, reader\n";

    private static final Duration DOOR_WAIT_MAX = Duration.ofMinutes(6);
    private static final Duration SERVER_WAIT_MAX = Duration.ofSeconds(2);
    private static final Duration RETRY_MAX = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final String CONNECT_SECONDS_MAX = "5";
    private static final int VALIDATION_SECONDS_MAX = 5;
    private static final String WRONG_LOGIN = "28";
    private static final String NO_CONNECTION = "08";
    private static final long LOG_BYTES_MAX = 10_000_000;

    /** Clusters this process has entered, by folder; changed only while holding the doorway. */
    private static final Map<Path, EmbeddedCluster> ENTERED = new HashMap<>();

    /** File locks do not hold between the threads of one process; this does. */
    private static final ReentrantLock DOORWAY = new ReentrantLock();

    private final DataFolder data;
    private final Programs programs;
    private final FolderLock users;
    private @Nullable FolderLock server;
    private int visitors;
    private boolean startedHere;

    private EmbeddedCluster(DataFolder data, Programs programs, FolderLock users) {
        this.data = data;
        this.programs = programs;
        this.users = users;
    }

    /** Enters, starting the database if nobody else has. Each call needs one {@link #leave(boolean)}. */
    static EmbeddedCluster enter(Path folder, boolean asServer) {
        var data = DataFolder.at(folder);
        DOORWAY.lock();
        try {
            var known = ENTERED.get(data.root());
            var cluster = known == null ? unentered(data) : known;
            cluster.enter(asServer);
            return cluster;
        } finally {
            DOORWAY.unlock();
        }
    }

    Path folder() {
        return data.root();
    }

    private static EmbeddedCluster unentered(DataFolder data) {
        requireMajorVersion(data);
        var programs = new Programs(PostgresBuild.unpacked(data), data);
        if (Files.exists(data.cluster())) {
            Birthmark.of(programs.build()).requireIn(data.cluster());
        }
        return new EmbeddedCluster(data, programs, FolderLock.on(data.usersLock()));
    }

    private void enter(boolean asServer) {
        var entered = false;
        try {
            if (asServer) {
                becomeServer();
            }
            atTheDoor(this::enterAtTheDoor);
            entered = true;
        } finally {
            if (!entered && visitors == 0) {
                resignAsServer();
                users.close();
            }
        }
    }

    private void enterAtTheDoor() {
        if (visitors == 0 && !users.shared()) {
            throw new StoreUnavailable(Reason.FOLDER_IN_USE, data.usersLock().toString());
        }
        try {
            ensureRunning();
            prepare();
            visitors++;
            ENTERED.put(data.root(), this);
        } finally {
            if (visitors == 0 && startedHere) {
                stopIfLast();
            }
        }
    }

    /** One server per folder: a second one is refused, after a moment for the first to finish ending. */
    private void becomeServer() {
        if (server != null) {
            throw new StoreUnavailable(Reason.FOLDER_IN_USE, inUseBy(server));
        }
        var wanted = FolderLock.on(data.serverLock());
        if (!within(SERVER_WAIT_MAX, wanted::alone)) {
            var holder = inUseBy(wanted);
            wanted.close();
            throw new StoreUnavailable(Reason.FOLDER_IN_USE, holder);
        }
        wanted.sign();
        server = wanted;
    }

    private void resignAsServer() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private String inUseBy(FolderLock lock) {
        return data.root() + ", pid " + lock.signature();
    }

    /** Leaves; stops the database when nobody else, in this process or another, is using it. */
    void leave(boolean asServer) {
        DOORWAY.lock();
        try {
            visitors--;
            if (asServer) {
                resignAsServer();
            }
            if (visitors == 0) {
                ENTERED.remove(data.root());
                atTheDoor(this::stopIfLast);
                users.close();
            }
        } finally {
            DOORWAY.unlock();
        }
    }

    private void stopIfLast() {
        if (users.alone()) {
            Postmaster.of(data.cluster()).filter(Postmaster::isAlive).ifPresent(programs::stop);
        }
    }

    /** True when this process started the running database, not found it. */
    boolean startedHere() {
        return startedHere;
    }

    /**
     * A new connection. When the database has died it is started again first, so that a pool over this heals by itself.
     *
     * @throws StoreUnavailable when it cannot be started
     */
    Connection connect(Role role, String database) throws SQLException {
        if (Postmaster.of(data.cluster())
                .filter(p -> p.isReady() && p.isAlive())
                .isEmpty()) {
            revive();
        }
        return directly(role, database);
    }

    private void revive() {
        DOORWAY.lock();
        try {
            if (visitors == 0) {
                throw new StoreUnavailable(Reason.CONNECTION_LOST, data.root().toString());
            }
            atTheDoor(this::ensureRunning);
        } finally {
            DOORWAY.unlock();
        }
    }

    private Connection directly(Role role, String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role.user());
        properties.setProperty("password", new Secrets(data.secrets()).of(role));
        properties.setProperty("connectTimeout", CONNECT_SECONDS_MAX);
        properties.setProperty("loginTimeout", CONNECT_SECONDS_MAX);
        properties.setProperty("ApplicationName", "nentang");
        properties.setProperty("reWriteBatchedInserts", "true");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/" + database, properties);
    }

    private int port() {
        return Postmaster.of(data.cluster())
                .map(Postmaster::port)
                .orElseThrow(() ->
                        new StoreUnavailable(Reason.CONNECTION_LOST, data.root().toString()));
    }

    /** Starting and stopping is done by one process at a time. */
    private void atTheDoor(Runnable task) {
        try (var door = FolderLock.on(data.doorLock())) {
            if (!within(DOOR_WAIT_MAX, door::alone)) {
                throw new StoreUnavailable(Reason.FOLDER_IN_USE, inUseBy(door));
            }
            door.sign();
            task.run();
        }
    }

    private void ensureRunning() {
        makeCluster();
        var postmaster = settled();
        if (postmaster == null) {
            start();
            startedHere = true;
        } else if (!answers()) {
            requireNobodyElse(postmaster);
            programs.stop(postmaster);
            start();
            startedHere = true;
        }
    }

    /** The server that is ready, or null when there is none; one that is starting or stopping is waited for. */
    private @Nullable Postmaster settled() {
        var found = Postmaster.of(data.cluster());
        var end = System.nanoTime() + Programs.START_MAX.toNanos();
        while (found.filter(Postmaster::isAlive).isPresent() && System.nanoTime() < end) {
            if (found.get().isReady()) {
                return found.get();
            }
            pause();
            found = Postmaster.of(data.cluster());
        }
        found.filter(Postmaster::isAnotherProgram).ifPresent(Postmaster::forget);
        return null;
    }

    private void requireNobodyElse(Postmaster postmaster) {
        var last = users.alone();
        if (!users.shared() || !last) {
            throw new StoreUnavailable(Reason.FOLDER_IN_USE, data.root() + ", pid " + postmaster.pid());
        }
    }

    /** A server that runs on our folder but refuses our password was not started by us. */
    private boolean answers() {
        try (var connection = directly(Role.ADMIN, "postgres")) {
            return connection.isValid(VALIDATION_SECONDS_MAX);
        } catch (SQLException e) {
            var state = String.valueOf(e.getSQLState());
            if (state.startsWith(WRONG_LOGIN)) {
                throw new StoreUnavailable(Reason.FOLDER_IN_USE, data.root() + ": " + e.getMessage(), e);
            }
            return !state.startsWith(NO_CONNECTION);
        }
    }

    private void start() {
        var end = System.nanoTime() + RETRY_MAX.toNanos();
        var failure = tryToStart();
        while (failure != null && failure.passes() && System.nanoTime() < end) {
            pause();
            failure = tryToStart();
        }
        if (failure != null) {
            throw failure.asException();
        }
    }

    private StartFailure.@Nullable Found tryToStart() {
        keepLogShort();
        Configuration.write(data.cluster());
        var from = programs.logSize();
        var starting = programs.startServer();
        while (starting.isAlive()) {
            if (Postmaster.of(data.cluster())
                    .filter(p -> p.isReady() && p.isAlive())
                    .isPresent()) {
                return null;
            }
            pause();
        }
        return starting.exitValue() == 0 ? null : StartFailure.in(programs.logSince(from), data);
    }

    private void keepLogShort() {
        try {
            if (programs.logSize() > LOG_BYTES_MAX) {
                Files.move(data.log(), data.logs().resolve("postgresql.1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw StoreUnavailable.writing(data.log(), e);
        }
    }

    /** The cluster appears under its name only when it is whole; what a crash left half made is made anew. */
    private void makeCluster() {
        if (Files.exists(data.cluster())) {
            return;
        }
        try {
            DurableFile.deleteTree(data.halfMadeCluster());
            var secrets = new Secrets(data.secrets());
            secrets.generate();
            programs.initdb(data.halfMadeCluster(), secrets.file(Role.ADMIN));
            Birthmark.of(programs.build()).write(data.halfMadeCluster());
            Files.move(data.halfMadeCluster(), data.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StoreUnavailable.writing(data.cluster(), e);
        }
    }

    /** Roles and database at first start; at every start, that the collations are those the data was sorted by. */
    private void prepare() {
        var prepared = data.cluster().resolve("nentang.prepared");
        try (var admin = directly(Role.ADMIN, "postgres")) {
            Foundation.requireSameCollations(admin, data);
            if (Files.exists(prepared) && Files.readString(prepared).equals(PREPARED)) {
                return;
            }
            Foundation.lay(admin, new Secrets(data.secrets()));
            try (var inside = directly(Role.ADMIN, DATABASE)) {
                Foundation.layInside(inside);
            }
            DurableFile.write(prepared, PREPARED.getBytes(StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw StoreUnavailable.from(e).orElseGet(() -> new StoreUnavailable(Reason.NOT_STARTED, e.toString(), e));
        } catch (IOException e) {
            throw StoreUnavailable.writing(prepared, e);
        }
    }

    private static void requireMajorVersion(DataFolder data) {
        var file = data.cluster().resolve("PG_VERSION");
        if (!Files.exists(data.cluster())) {
            return;
        }
        try {
            var version = Files.readString(file).strip();
            if (!version.equals(DataFolder.MAJOR_VERSION)) {
                throw new StoreUnavailable(Reason.OTHER_MAJOR_VERSION, data.root() + " (" + version + ")");
            }
        } catch (IOException e) {
            throw new StoreUnavailable(Reason.DAMAGED, file.toString(), e);
        }
    }

    private static boolean within(Duration max, BooleanSupplier attempt) {
        var end = System.nanoTime() + max.toNanos();
        while (!attempt.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(Reason.NOT_STARTED, "interrupted", e);
        }
    }
}
