package vn.nentang.lived;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A round of one grassroots body and three cells by a browser, while the server and its database are killed. */
final class KilledServerTests {

    private static final int SUBMISSIONS_OF_THE_CELLS = 15;

    @TempDir
    Path temporary;

    @Test // 366-QĐ/TW Điều 7, Điều 12; 43-HD/BTCTW mục 3
    void a_round_is_lived_to_the_sent_report_though_server_and_database_are_killed() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var folder = temporary.resolve("data");
        var branch = Branch.of(Branch.Size.SMALL);
        Office.in(folder, office -> office.fill(branch));
        try (var server = ServerProcess.on(folder);
                var visitors = new Visitors(server.address())) {
            var walk = new Walk(branch, folder, server, visitors, seed, _ -> {})
                    .killing(List.of(
                            new Walk.Kill(2 + random.nextInt(SUBMISSIONS_OF_THE_CELLS / 2), false),
                            new Walk.Kill(
                                    SUBMISSIONS_OF_THE_CELLS / 2 + random.nextInt(SUBMISSIONS_OF_THE_CELLS), true)));
            walk.live();
            walk.isAsTyped();
            walk.isSound();
            assertThat(walk.killed()).as("seed %d", seed).isEqualTo(2);
            assertThat(walk.skipsRefused()).isGreaterThanOrEqualTo(10);
        }
    }
}
