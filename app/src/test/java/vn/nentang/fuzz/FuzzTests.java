package vn.nentang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short run over samples of our own; {@code ./dev fuzz} goes on for as long as one likes. */
final class FuzzTests {

    private static final int INPUTS = 500;
    private static final List<String> READERS = List.of(
            "roster",
            "review workbook",
            "published results",
            "rule files",
            "rule package",
            "ledger archive",
            "typed dates");

    @TempDir
    Path temporary;

    @Test
    void whatever_was_sent_is_read_or_refused_in_half_a_gigabyte_leaving_nothing_behind()
            throws IOException, InterruptedException {
        var run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Fuzzer.class.getName(),
                        "--seed",
                        "1",
                        "--count",
                        "" + INPUTS,
                        "--own")
                .redirectErrorStream(true)
                .start();
        var told = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(told).isZero();
        assertThat(READERS).as(told).allSatisfy(reader -> assertThat(told).contains(reader + ": read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"published.yaml", "roster.csv"})
    void one_seed_makes_one_input(String name) throws IOException {
        var sample = Samples.text(name);

        var first = new Mutation(7).of(sample.bytes(), sample.shape());

        assertThat(new Mutation(7).of(sample.bytes(), sample.shape())).isEqualTo(first);
        assertThat(new Mutation(8).of(sample.bytes(), sample.shape())).isNotEqualTo(first);
    }
}
