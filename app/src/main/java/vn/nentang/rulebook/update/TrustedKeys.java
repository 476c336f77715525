package vn.nentang.rulebook.update;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys whose rules this machine takes: one text file for each, in the folder {@code trusted-keys} of the data. */
final class TrustedKeys {

    private static final String FOLDER = "trusted-keys";
    private static final int NAME_DIGITS = 19;
    private static final int FILE_BYTES_MAX = 4_000;

    private final Path folder;

    private TrustedKeys(Path folder) {
        this.folder = folder;
    }

    static TrustedKeys below(Path data) {
        return new TrustedKeys(data.resolve(FOLDER));
    }

    List<PublicKey> all() throws IOException {
        var keys = new ArrayList<PublicKey>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.sorted().toList()) {
                    read(file).ifPresent(keys::add);
                }
            }
        }
        return keys;
    }

    /** A small file with a public key; empty for anything else. */
    static Optional<PublicKey> read(Path file) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            return Optional.empty();
        }
        return RuleKey.publicKey(new String(Files.readAllBytes(file), StandardCharsets.US_ASCII));
    }

    void add(Path file, PublicKey key) throws IOException {
        Files.createDirectories(folder);
        Whole.write(folder.resolve(name(key)), Files.readAllBytes(file));
    }

    /** False where no such key was trusted. */
    boolean remove(String fingerprint) throws IOException {
        for (var key : all()) {
            if (RuleKey.fingerprint(key).equals(fingerprint)) {
                return Files.deleteIfExists(folder.resolve(name(key)));
            }
        }
        return false;
    }

    private static String name(PublicKey key) {
        return RuleKey.fingerprint(key).substring(0, NAME_DIGITS) + ".pem";
    }
}
