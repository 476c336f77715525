package vn.nentang.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The running PostgreSQL of a folder, as its own {@code postmaster.pid} tells. The file outlives a killed server, and its
 * number may meanwhile belong to an unrelated program.
 *
 * @param status starting, stopping, ready or standby; empty in the first moments
 */
record Postmaster(Path cluster, long pid, int port, String status) {

    private static final int PID = 0;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** What the file says, true or not. */
    static Optional<Postmaster> of(Path cluster) {
        try {
            var lines = Files.readAllLines(file(cluster));
            if (lines.isEmpty() || lines.getFirst().isBlank()) {
                return Optional.empty();
            }
            var status = lines.size() > STATUS ? lines.get(STATUS).strip() : "";
            return Optional.of(new Postmaster(cluster, number(lines.get(PID)), portIn(lines), status));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int portIn(List<String> lines) {
        return lines.size() > PORT && !lines.get(PORT).isBlank() ? Math.toIntExact(number(lines.get(PORT))) : 0;
    }

    private static long number(String line) {
        return Long.parseLong(line.strip());
    }

    boolean isReady() {
        return status.equals("ready");
    }

    boolean isStopping() {
        return status.equals("stopping");
    }

    /** True while that very process runs on that very folder: PostgreSQL stands in its folder while it runs. */
    boolean isAlive() {
        var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent() && standsInItsFolder(process.get());
    }

    private boolean standsInItsFolder(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), cluster);
        } catch (NoSuchFileException e) {
            return !Files.isDirectory(Path.of("/proc/self")) && looksLikePostgres(process);
        } catch (IOException e) {
            return looksLikePostgres(process);
        }
    }

    private static boolean looksLikePostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.contains("postgres")).orElse(false);
    }

    /** A dead server's number may be another program's by now, and PostgreSQL would take that for a running server. */
    boolean isAnotherProgram() {
        return ProcessHandle.of(pid).isPresent() && !isAlive();
    }

    /** Only for another program's number: PostgreSQL itself deals with a dead one, and with helpers still ending. */
    void forget() {
        try {
            Files.deleteIfExists(file(cluster));
        } catch (IOException e) {
            throw StoreUnavailable.writing(file(cluster), e);
        }
    }
}
