package vn.nentang.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import vn.nentang.store.StoreUnavailable.Reason;

/** Why PostgreSQL did not start, by what it wrote; its messages are in English because its locale is C. */
enum StartFailure {
    /** First, because a machine that allows no namespaces says "No space left on device" as well. */
    NO_NAMESPACE(Reason.NOT_AS_ROOT, "unshare:|cannot be run as root|\"root\" execution"),
    /** Another program took the port between our choice and the start. */
    PORT_TAKEN(Reason.NOT_STARTED, "could not bind|Address already in use"),
    /** The last helpers of a killed server end within a moment. */
    STILL_ENDING(Reason.FOLDER_IN_USE, "pre-existing shared memory block|lock file \"postmaster.pid\" already exists"),
    NO_SPACE(Reason.DISK_FULL, "No space left on device"),
    NOT_ALLOWED(Reason.FOLDER_NOT_WRITABLE, "Permission denied|has wrong ownership|Read-only file system"),
    BROKEN(
            Reason.DAMAGED,
            "database files are incompatible|control file|pg_control|could not locate a (valid|required) checkpoint|invalid page|PANIC:"
                    + "|not a valid data directory|could not open directory \"(pg_|base)|could not open file \"(base|global)"),
    UNKNOWN(Reason.NOT_STARTED, "FATAL|error|Error");

    private static final long WAL_SEGMENT_BYTES = 16L << 20;

    private final Reason reason;
    private final Pattern words;

    StartFailure(Reason reason, String words) {
        this.reason = reason;
        this.words = Pattern.compile(words);
    }

    static Found in(String log, DataFolder data) {
        for (var failure : values()) {
            var line = log.lines().filter(failure.words.asPredicate()).findFirst();
            if (line.isPresent()) {
                return new Found(failure, data, line.get().strip());
            }
        }
        return new Found(hasRoom(data) ? UNKNOWN : NO_SPACE, data, "?");
    }

    /** On a disk that is quite full not even the log can tell. */
    private static boolean hasRoom(DataFolder data) {
        try {
            return Files.getFileStore(data.root()).getUsableSpace() >= WAL_SEGMENT_BYTES;
        } catch (IOException e) {
            return true;
        }
    }

    /** A failure with the line that told it. */
    record Found(StartFailure failure, DataFolder data, String line) {

        /** True when a moment later, or another port, may do. */
        boolean passes() {
            return failure == PORT_TAKEN || failure == STILL_ENDING;
        }

        StoreUnavailable asException() {
            var detail = failure == NO_SPACE ? data.root().toString() : line + " (" + data.log() + ")";
            return new StoreUnavailable(failure.reason, detail);
        }
    }
}
