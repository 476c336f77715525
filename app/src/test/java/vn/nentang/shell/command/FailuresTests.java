package vn.nentang.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A command that fails in a way nobody foresaw tells a reference, and nothing of what it was working on. */
final class FailuresTests {

    private static final String SECRET = "insert into person values ('012345678901')";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T05:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Command(name = "failing")
    static final class Failing implements Callable<Integer> {

        @Option(names = "--json")
        private boolean json;

        @Override
        public Integer call() {
            throw new IllegalStateException(SECRET + json);
        }
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Path log, String... words) {
        return new CommandLine(new Failing())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new Failures(log, CLOCK))
                .execute(words);
    }

    @Test
    void the_reader_gets_a_reference_and_the_log_the_trace_under_it() throws IOException {
        var log = folder.resolve("var").resolve("errors.log");

        assertThat(run(log)).isEqualTo(Exit.BROKEN);

        assertThat(err.toString()).doesNotContain("012345678901", "IllegalState", "\tat ");
        var reference = err.toString().replaceAll("(?s).*Reference: (\\S{9});.*", "$1");
        assertThat(reference).matches("[A-Z3-9]{4}-[A-Z3-9]{4}");
        assertThat(log).content().contains("2026-11-22T05:00:00Z " + reference, SECRET, "\tat ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_machine_gets_the_same_reference_as_json() {
        assertThat(run(folder.resolve("errors.log"), "--json")).isEqualTo(Exit.BROKEN);

        var reference = err.toString().replaceAll("(?s).*Reference: (\\S{9});.*", "$1");
        assertThat(out.toString().strip().replaceAll("\\s", ""))
                .isEqualTo("{\"outcome\":\"broken\",\"reference\":\"%s\"}".formatted(reference));
    }

    @Test
    void a_log_that_cannot_be_written_tells_no_more() throws IOException {
        var taken = Files.writeString(folder.resolve("taken"), "");

        assertThat(run(taken.resolve("errors.log"))).isEqualTo(Exit.BROKEN);

        assertThat(err.toString()).contains("Reference: ").doesNotContain("012345678901", "\tat ", "errors.log");
    }
}
