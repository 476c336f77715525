package vn.nentang.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A lock file. The operating system lets go of it when its process ends, however it ends, so it is never stale. One process
 * must not open the same file twice: closing either would let go of both.
 */
final class FolderLock implements Closeable {

    private final Path file;
    private final FileChannel channel;
    private @Nullable FileLock held;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock on(Path file) {
        try {
            return new FolderLock(
                    file,
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw StoreUnavailable.writing(file, e);
        }
    }

    boolean shared() {
        return take(true);
    }

    boolean alone() {
        return take(false);
    }

    /** Changes what is held; holds nothing when refused. */
    private boolean take(boolean shared) {
        try {
            release();
            held = channel.tryLock(0, Long.MAX_VALUE, shared);
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void release() throws IOException {
        if (held != null) {
            held.release();
            held = null;
        }
    }

    /** Leaves this process's number in the file, for those who are refused. */
    void sign() {
        try {
            channel.truncate(0);
            var line = ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            channel.write(line, 0);
        } catch (IOException e) {
            throw StoreUnavailable.writing(file, e);
        }
    }

    /** The number its holder left, or a question mark. */
    String signature() {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "?";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
