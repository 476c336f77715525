package vn.nentang.store;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.nentang.store.StoreUnavailable.Reason;

/** Runs PostgreSQL's programs, their words going to the folder's log. */
record Programs(PostgresBuild build, DataFolder data) {

    private static final Duration INITDB_MAX = Duration.ofMinutes(2);
    private static final Duration KILL_MAX = Duration.ofSeconds(10);
    private static final Duration FAST_STOP_MAX = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE_STOP_MAX = Duration.ofSeconds(10);
    static final Duration START_MAX = Duration.ofMinutes(5);

    void initdb(Path cluster, Path passwordFile) {
        var from = logSize();
        var process = start(
                "initdb",
                List.of(
                        "--pgdata=" + cluster,
                        "--username=" + Role.ADMIN.user(),
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums"));
        if (!ended(process, INITDB_MAX) || process.exitValue() != 0) {
            throw StartFailure.in(logSince(from), data).asException();
        }
    }

    /** {@code pg_ctl} waits until the server is ready or has failed; the caller need not. */
    Process startServer() {
        return start(
                "pg_ctl",
                List.of(
                        "start",
                        "--wait",
                        "--timeout=" + START_MAX.toSeconds(),
                        "--pgdata=" + data.cluster(),
                        "--log=" + data.log()));
    }

    /** Fast, then immediate, then by force: ends in bounded time whatever the server does. */
    void stop(Postmaster postmaster) {
        if (!stop("fast", FAST_STOP_MAX) && !stop("immediate", IMMEDIATE_STOP_MAX)) {
            ProcessHandle.of(postmaster.pid())
                    .filter(p -> postmaster.isAlive())
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private boolean stop(String mode, Duration max) {
        var process = start(
                "pg_ctl",
                List.of(
                        "stop",
                        "--wait",
                        "--mode=" + mode,
                        "--timeout=" + max.toSeconds(),
                        "--pgdata=" + data.cluster()));
        return ended(process, max.plus(KILL_MAX)) && process.exitValue() == 0;
    }

    private Process start(String program, List<String> arguments) {
        var line = build.command(program, arguments);
        var builder = new ProcessBuilder(line)
                .directory(data.root().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File(isWindows() ? "NUL" : "/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        try {
            return builder.start();
        } catch (IOException e) {
            var reason = line.getFirst().equals("unshare") ? Reason.NOT_AS_ROOT : Reason.NOT_STARTED;
            throw new StoreUnavailable(reason, String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    /** Interrupted or late: the program is killed and counts as not ended. */
    private static boolean ended(Process process, Duration max) {
        try {
            if (process.waitFor(max.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    long logSize() {
        try {
            return Files.exists(data.log()) ? Files.size(data.log()) : 0;
        } catch (IOException e) {
            throw StoreUnavailable.writing(data.log(), e);
        }
    }

    String logSince(long from) {
        try (var in = Files.newInputStream(data.log())) {
            in.skipNBytes(from);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
