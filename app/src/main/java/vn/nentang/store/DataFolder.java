package vn.nentang.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import vn.nentang.store.StoreUnavailable.Reason;

/**
 * The folder of one embedded database: {@code postgresql/} (PostgreSQL's own files), {@code secrets/}, {@code log/} and
 * the lock files. Owned and readable by one user alone.
 */
record DataFolder(Path root) {

    static final String MAJOR_VERSION = "18";

    private static final FileAttribute<?>[] OWNER_ALONE = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };

    /** Makes the folder if need be, and checks that this user owns it and may write in it. */
    static DataFolder at(Path folder) {
        try {
            createPrivately(folder.toAbsolutePath());
            var root = folder.toRealPath();
            requireOwnership(root);
            var data = new DataFolder(root);
            createPrivately(data.secrets());
            createPrivately(data.logs());
            return data;
        } catch (IOException e) {
            throw StoreUnavailable.writing(folder, e);
        }
    }

    /** Folders on the way are made as usual; the folder itself for its owner alone. */
    static void createPrivately(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectories(folder, attributes(folder));
    }

    private static FileAttribute<?>[] attributes(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? OWNER_ALONE
                : new FileAttribute<?>[0];
    }

    /** PostgreSQL refuses files of another user, and root would leave files behind that their user cannot read. */
    private static void requireOwnership(Path root) throws IOException {
        var probe = Files.createTempFile(root, ".probe", null);
        var me = Files.getOwner(probe);
        Files.delete(probe);
        var owner = Files.getOwner(root);
        if (!owner.equals(me)) {
            throw new StoreUnavailable(Reason.FOLDER_OF_ANOTHER_USER, root + " (" + owner.getName() + ")");
        }
    }

    Path cluster() {
        return root.resolve("postgresql");
    }

    Path halfMadeCluster() {
        return root.resolve("postgresql.new");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    /** Only for a user without a home folder. */
    Path programs() {
        return root.resolve("programs");
    }

    Path logs() {
        return root.resolve("log");
    }

    Path log() {
        return logs().resolve("postgresql.log");
    }

    /** Held for the moment of starting, stopping, entering and leaving. */
    Path doorLock() {
        return root.resolve("door.lock");
    }

    /** Shared by every process that uses the database; who can have it alone is the last one and stops the database. */
    Path usersLock() {
        return root.resolve("users.lock");
    }

    /** Held by the one server that may run on this folder. */
    Path serverLock() {
        return root.resolve("server.lock");
    }
}
