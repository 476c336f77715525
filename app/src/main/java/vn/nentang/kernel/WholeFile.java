package vn.nentang.kernel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that is there whole or not at all: written beside its place, under {@code .part}, and moved there at the end. */
public final class WholeFile {

    private WholeFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, or replaces it; what fails on the way leaves neither the new one nor a part of it.
     *
     * @return the file
     */
    public static Path write(Path file, Content content) throws IOException {
        return write(file, content, new FileAttribute<?>[0]);
    }

    /** The same for a file that only its owner may read. */
    public static Path writePrivately(Path file, Content content) throws IOException {
        return write(file, content, ownerAlone(file));
    }

    private static FileAttribute<?>[] ownerAlone(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Path write(Path file, Content content, FileAttribute<?>[] attributes) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, attributes);
            try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                content.writeTo(out);
            }
            try (var onDisk = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                onDisk.force(true);
            }
            return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
