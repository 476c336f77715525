package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatabaseMemoryTests {

    private static final long MB = 1024L * 1024;

    @ParameterizedTest(name = "{0}: tables of {1} MB on a machine of {2} MB keep {3} MB and expect {4} MB")
    @CsvSource({
        "nothing yet,             0,  4096,  128,  1024",
        "a commune,             140,  4096,  128,  1024",
        "as much as is enough,  512, 24576,  128,  1024",
        "a little more,         520, 24576,  130, 12288",
        "a province,           3000, 24576,  750, 12288",
        "a nation,           110000, 24576, 6144, 12288",
        "a nation on an old PC, 110000, 4096, 1024, 2048",
        "a nation in a corner, 110000,  400,  128,  1024",
    })
    void tables_are_kept_in_memory_by_their_size_and_the_machines(
            String what, long tables, long machine, long own, long withTheSystems) {
        assertThat(DatabaseMemory.of(tables * MB, () -> machine * MB))
                .as(what)
                .isEqualTo(new DatabaseMemory(own, withTheSystems));
    }

    @Test
    void a_small_folder_does_not_ask_the_machine() {
        DatabaseMemory.of(512 * MB, () -> {
            throw new AssertionError("asked");
        });
    }

    @Test
    void the_size_is_that_of_all_files_below(@TempDir Path tables) throws IOException {
        for (var name : new String[] {"1", "2"}) {
            var database = Files.createDirectory(tables.resolve(name));
            try (var table = new RandomAccessFile(database.resolve("16384").toFile(), "rw")) {
                table.setLength(1024 * MB);
            }
        }
        assertThat(DatabaseMemory.of(tables).own()).isBetween(129L, 512L);
    }
}
