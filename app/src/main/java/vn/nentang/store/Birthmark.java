package vn.nentang.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.nentang.store.StoreUnavailable.Reason;

/**
 * Which kind of build made a cluster, kept inside it. A later minor version of the same publisher and platform may open it,
 * as PostgreSQL promises; anything else may sort differently, and data moves there by rows.
 */
record Birthmark(String text) {

    private static final String FILE = "nentang.build";

    static Birthmark of(PostgresBuild build) {
        return new Birthmark("zonky " + DataFolder.MAJOR_VERSION + " " + build.platform());
    }

    void write(Path cluster) throws IOException {
        DurableFile.write(cluster.resolve(FILE), (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A cluster without the mark was not made by us. */
    void requireIn(Path cluster) {
        var found = read(cluster.resolve(FILE));
        if (!found.equals(text)) {
            throw new StoreUnavailable(Reason.OTHER_BUILD, cluster + " (" + found + " ≠ " + text + ")");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "?";
        }
    }
}
