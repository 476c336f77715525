package vn.nentang.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.nentang.store.StoreSettings.Embedded;

/** Another Java process that has the store open, appends rows, and says which of them were acknowledged. */
final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final List<Long> acknowledged = new ArrayList<>();

    private ChildProcess(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    /** What the child runs: open, then append for ever. */
    public static void main(String[] arguments) throws Exception {
        var settings = new Embedded(Path.of(arguments[0]));
        var store = arguments[1].equals("server") ? openAsServer(settings) : Store.open(settings);
        Migrations.run(store);
        Rows.prepare(store);
        System.out.println("open " + store.startedHere());
        for (long n = Long.parseLong(arguments[2]); ; n++) {
            Rows.append(store, n);
            System.out.println("ack " + n);
        }
    }

    /** As a web server does: it closes the store itself when it is asked to end. */
    private static Store openAsServer(Embedded settings) {
        var store = Store.openAsServer(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        return store;
    }

    static ChildProcess writing(Path folder, String kind, long from) throws IOException {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        path,
                        ChildProcess.class.getName(),
                        folder.toString(),
                        kind,
                        Long.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ChildProcess(process);
    }

    /** Waits until it has the store open; true when it started PostgreSQL. */
    boolean opened() throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("open ")) {
                return line.equals("open true");
            }
        }
        throw new IllegalStateException("The child ended before it had opened the store");
    }

    /** Reads on until this many rows were acknowledged. */
    void awaitAcknowledged(int count) throws IOException {
        while (acknowledged.size() < count && readOne()) {}
    }

    private boolean readOne() throws IOException {
        var line = out.readLine();
        if (line != null && line.startsWith("ack ")) {
            acknowledged.add(Long.parseLong(line.substring(4)));
        }
        return line != null;
    }

    long pid() {
        return process.pid();
    }

    /** By its handle, which leaves what it has said to be read. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    void terminate() {
        process.toHandle().destroy();
    }

    /** Everything it said until its end. */
    List<Long> allAcknowledged() throws IOException {
        while (readOne()) {}
        return acknowledged;
    }

    int exitCode(Duration max) throws InterruptedException {
        if (!process.waitFor(max.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The child did not end in " + max);
        }
        return process.exitValue();
    }

    /** Politely first, so that it stops its PostgreSQL and leaves none behind. */
    @Override
    public void close() {
        terminate();
        process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
