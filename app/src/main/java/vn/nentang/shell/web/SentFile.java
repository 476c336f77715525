package vn.nentang.shell.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;

/** A file that somebody sent, on this machine's disk, readable by this program's user alone, until it is closed. */
public final class SentFile implements AutoCloseable {

    private static final int NAME_CHARS_MAX = 150;

    private final Path path;
    private final String name;

    private SentFile(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    public static SentFile of(MultipartFile file) throws IOException {
        var name = safeName(Optional.ofNullable(file.getOriginalFilename()).orElse(""));
        var path = Files.createTempFile(
                "nentang-",
                ending(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var in = file.getInputStream();
                var out = Files.newOutputStream(path)) {
            in.transferTo(out);
        }
        return new SentFile(path, name);
    }

    /** The last part of what the sender calls it, without signs that mean something in paths or pages. */
    private static String safeName(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\"<>|:*?]", "_").strip();
        return clean.substring(Math.max(0, clean.length() - NAME_CHARS_MAX));
    }

    private static String ending(String name) {
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        return ending.matches("\\.[a-z]{1,5}") ? ending : ".bin";
    }

    public Path path() {
        return path;
    }

    public String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
