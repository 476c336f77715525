package vn.nentang.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import vn.nentang.store.StoreUnavailable.Reason;

/**
 * PostgreSQL's programs, unpacked once per user into a cache folder named by their content. Two processes may unpack at the
 * same time: each works in a folder of its own, and whichever is renamed first is used by both.
 *
 * @param platform the kind of machine, as in the archive's name: a data folder belongs to one
 */
record PostgresBuild(Path home, String platform) {

    private static final String MANIFEST = "files.txt";

    /** Unpacks in the user's cache; in the data folder for a user without a home. */
    static PostgresBuild unpacked(DataFolder data) {
        return unpacked(platformOf(System.getProperty("os.name"), System.getProperty("os.arch")), cacheFolder(data));
    }

    static PostgresBuild unpacked(String platform, Path cache) {
        var home = cache.resolve("postgresql-" + DataFolder.MAJOR_VERSION + "-" + contentMark(platform));
        if (!isWhole(home)) {
            unpack(platform, cache, home);
        }
        return new PostgresBuild(home, platform);
    }

    static String platformOf(String osName, String osArch) {
        var os = osName.toLowerCase(Locale.ROOT);
        var arch = osArch.toLowerCase(Locale.ROOT);
        var system = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os.replace(' ', '_');
        return switch (arch) {
            case "amd64", "x86_64" -> system + "-x86_64";
            case "aarch64", "arm64" -> system + "-arm_64";
            default -> system + "-" + arch;
        };
    }

    /**
     * The command line of one of the programs. PostgreSQL refuses to run as root; inside a user namespace of its own it is
     * nobody in particular there, while its files stay root's.
     */
    List<String> command(String program, List<String> arguments) {
        var line = new ArrayList<String>();
        if (isRoot()) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(home.resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        return line;
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private static URL place(String platform) {
        var place = PostgresBuild.class.getResource("/postgres-" + platform + ".txz");
        if (place == null) {
            throw new StoreUnavailable(Reason.NO_PROGRAM_FOR_THIS_MACHINE, platform);
        }
        return place;
    }

    /** As the jar around the archive notes it: to read all of it and compute one takes a tenth of a second of every start. */
    private static String contentMark(String platform) {
        try {
            var connection = (JarURLConnection) place(platform).openConnection();
            connection.setUseCaches(false);
            try (var jar = connection.getJarFile()) {
                var archive = jar.getJarEntry(connection.getEntryName());
                return "%x-%08x".formatted(archive.getSize(), archive.getCrc());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The PostgreSQL archive of " + platform + " cannot be read", e);
        }
    }

    private static Path cacheFolder(DataFolder data) {
        var given = System.getenv("XDG_CACHE_HOME");
        var base =
                given == null || given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        try {
            var cache = base.resolve("nentang");
            DataFolder.createPrivately(cache);
            return Files.isWritable(cache) ? cache : data.programs();
        } catch (IOException e) {
            return data.programs();
        }
    }

    /** A power cut may leave a renamed folder with empty files in it, so their sizes are compared before each use. */
    private static boolean isWhole(Path home) {
        try {
            var lines = Files.readAllLines(home.resolve(MANIFEST));
            for (var line : lines) {
                var size = line.substring(0, line.indexOf(' '));
                if (Files.size(home.resolve(line.substring(size.length() + 1))) != Long.parseLong(size)) {
                    return false;
                }
            }
            return !lines.isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void unpack(String platform, Path cache, Path home) {
        try {
            DataFolder.createPrivately(cache);
            var draft = Files.createTempDirectory(cache, "unpacking-");
            try {
                extract(platform, draft);
                publish(draft, home);
            } finally {
                DurableFile.deleteTree(draft);
            }
        } catch (IOException e) {
            throw StoreUnavailable.writing(home, e);
        }
    }

    private static void publish(Path draft, Path home) throws IOException {
        if (Files.exists(home) && !isWhole(home)) {
            Files.move(home, home.resolveSibling("broken-" + draft.getFileName()));
        }
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!isWhole(home)) {
                throw e;
            }
        }
    }

    private static void extract(String platform, Path folder) throws IOException {
        var manifest = new StringBuilder();
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(
                new BufferedInputStream(place(platform).openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, folder);
                if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink()) {
                    manifest.append(entry.getSize())
                            .append(' ')
                            .append(entry.getName())
                            .append('\n');
                }
            }
        }
        DurableFile.write(folder.resolve(MANIFEST), manifest.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = inside(folder, folder.resolve(entry.getName()));
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            inside(folder, target.resolveSibling(entry.getLinkName()));
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, inside(folder, folder.resolve(entry.getLinkName())));
        } else {
            Files.copy(tar, target);
            allowRunning(target, entry.getMode());
        }
    }

    private static void allowRunning(Path file, int mode) throws IOException {
        if ((mode & 0100) != 0
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static Path inside(Path folder, Path target) throws IOException {
        if (!target.normalize().startsWith(folder)) {
            throw new IOException("The archive names a file outside its folder: " + target);
        }
        return target.normalize();
    }
}
