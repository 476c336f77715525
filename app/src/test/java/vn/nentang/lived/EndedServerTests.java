package vn.nentang.lived;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is asked to end before it listens. */
final class EndedServerTests {

    private static final int SIGTERM_EXIT = 143;

    @TempDir
    static Path temporary;

    /** From the moment PostgreSQL writes its file: while the store opens, while the pages are made, about when they are there. */
    @ParameterizedTest(name = "after {0} ms")
    @ValueSource(ints = {0, 100, 300, 700, 1500, 3000})
    void asked_to_end_while_it_starts_it_ends_soon_and_leaves_no_database(int after) throws Exception {
        var postgres = temporary.resolve("data").resolve("postgresql").resolve("postmaster.pid");
        var server = ServerProcess.starting(temporary.resolve("data"), 0);
        try {
            while (!Files.exists(postgres) && server.isAlive()) {
                Thread.sleep(5);
            }
            Thread.sleep(after);
            server.toHandle().destroy();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isEqualTo(SIGTERM_EXIT);
            assertThat(postgres).doesNotExist();
        } finally {
            server.destroyForcibly();
        }
    }
}
