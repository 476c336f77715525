package vn.nentang.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import vn.nentang.store.StoreUnavailable.Reason;

/** One generated password per role, each in a file that its owner alone can read. */
record Secrets(Path folder) {

    private static final int BYTES = 32;

    /** Makes those that are missing, for every role that signs in; only right while no database exists. */
    void generate() {
        for (var role : List.of(Role.ADMIN, Role.OWNER, Role.APP)) {
            if (!Files.exists(file(role))) {
                write(file(role));
            }
        }
    }

    Path file(Role role) {
        return folder.resolve(role.user());
    }

    String of(Role role) {
        try {
            return Files.readString(file(role)).strip();
        } catch (IOException e) {
            throw new StoreUnavailable(Reason.SECRETS_MISSING, file(role).toString(), e);
        }
    }

    private static void write(Path file) {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            var draft = Files.createTempFile(file.getParent(), ".secret", null);
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            DurableFile.write(draft, (text + "\n").getBytes(StandardCharsets.US_ASCII));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StoreUnavailable.writing(file, e);
        }
    }
}
