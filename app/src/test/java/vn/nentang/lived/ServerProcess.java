package vn.nentang.lived;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as {@code nentang run} starts it on a data folder, on one port, to be killed and started again. */
final class ServerProcess implements AutoCloseable {

    private final Path folder;
    private final int port;
    private Process process;
    private volatile boolean killed;

    private ServerProcess(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = started();
    }

    static ServerProcess on(Path folder) throws IOException {
        return new ServerProcess(folder, freePort());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A server that may not yet listen, on a port of its own; its words on stdout. */
    static Process starting(Path folder, int port) throws IOException {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                path,
                "vn.nentang.shell.command.Main",
                "run",
                "--port",
                String.valueOf(port),
                "--data",
                folder.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Process started() throws IOException {
        var starting = starting(folder, port);
        var out = starting.inputReader();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(":" + port)) {
                return starting;
            }
        }
        throw new IllegalStateException("The server ended before it listened");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** As {@code kill -9} does; PostgreSQL goes on and is taken over by the next start. */
    void kill() {
        process.toHandle().destroyForcibly();
        killed = true;
    }

    /** As {@code kill -9} of the main process of PostgreSQL does; the program goes on and starts it again. */
    void killPostgres() throws IOException {
        var file = folder.resolve("postgresql").resolve("postmaster.pid");
        var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Starts it again where it was killed, once it is gone, which takes its time; does nothing where it lives. */
    void startAgain() throws IOException, InterruptedException {
        if (killed || !process.isAlive()) {
            process.waitFor();
            process = started();
            killed = false;
        }
    }

    /** Politely, so that PostgreSQL ends too. */
    @Override
    public void close() {
        process.toHandle().destroy();
        process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
