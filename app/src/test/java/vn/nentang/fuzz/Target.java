package vn.nentang.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vn.nentang.fuzz.Mutation.Shape;

/**
 * One reader of what comes from outside.
 *
 * @param samples what it reads without complaint, to be made worse
 */
record Target(String name, List<Sample> samples, Reader reader) {

    /** A file as it should be; the name matters to readers that look at its ending. */
    static final class Sample {

        private final String fileName;
        private final Shape shape;
        private final byte[] bytes;

        Sample(String fileName, Shape shape, byte[] bytes) {
            this.fileName = fileName;
            this.shape = shape;
            this.bytes = bytes.clone();
        }

        String fileName() {
            return fileName;
        }

        Shape shape() {
            return shape;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /** Reads a file to its end, or says why not: the words it gives are counted. Anything thrown is a finding. */
    @FunctionalInterface
    interface Reader {
        String read(Path file) throws IOException;
    }
}
