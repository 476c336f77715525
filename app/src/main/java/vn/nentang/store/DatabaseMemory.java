package vn.nentang.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.LongSupplier;

/**
 * What PostgreSQL holds of its tables: in memory of its own, and, as it may expect, together with the operating system's.
 * Both in megabytes.
 *
 * <p>A commune's PC gives it a corner, whatever it has; tables of a nation a quarter of themselves, and never more than a
 * quarter of the machine (of the container, where it is one).
 */
record DatabaseMemory(long own, long withTheSystems) {

    private static final long MEGABYTE = 1024L * 1024;
    private static final int SHARE = 4;
    private static final DatabaseMemory LEAST = new DatabaseMemory(128, 1024);

    /** For the tables in this folder, which nobody serves yet. */
    static DatabaseMemory of(Path tables) throws IOException {
        return of(bytesIn(tables), DatabaseMemory::machine);
    }

    /** The machine is asked only where it matters: a small folder is to open at once. */
    static DatabaseMemory of(long tableBytes, LongSupplier machineBytes) {
        var wished = tableBytes / MEGABYTE / SHARE;
        if (wished <= LEAST.own) {
            return LEAST;
        }
        var machine = machineBytes.getAsLong() / MEGABYTE;
        return new DatabaseMemory(
                Math.max(LEAST.own, Math.min(wished, machine / SHARE)), Math.max(LEAST.withTheSystems, machine / 2));
    }

    private static long machine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private static long bytesIn(Path folder) throws IOException {
        var sizes = new SimpleFileVisitor<Path>() {
            private long bytes;

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        };
        Files.walkFileTree(folder, sizes);
        return sizes.bytes;
    }
}
