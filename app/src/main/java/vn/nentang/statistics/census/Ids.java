package vn.nentang.statistics.census;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PersonId;

/**
 * The ids of persons, on disk instead of in memory: nobody needs them to count, only to say who was counted and to write a page
 * anew. Only added to. The file has no name from the moment it is open, so that nobody else reads it and nothing is left of it
 * when the program ends, however it does; it is closed when no picture leads to it any more.
 */
final class Ids {

    private static final int BYTES = 2 * Long.BYTES;

    private final @Nullable Path folder;
    private final RandomAccessFile file;
    private int count;

    private Ids(@Nullable Path folder) throws IOException {
        this.folder = folder;
        var path = folder == null
                ? Files.createTempFile("census", ".ids")
                : Files.createTempFile(folder, "census", ".ids");
        // Not a channel: an interrupted reader would close it for all.
        this.file = new RandomAccessFile(path.toFile(), "rw");
        if (!path.toFile().delete()) {
            path.toFile().deleteOnExit();
        }
    }

    /** None yet, in a folder of this machine; in that for passing files where none is given. */
    static Ids in(Optional<Path> folder) {
        return in(folder.orElse(null));
    }

    private static Ids in(@Nullable Path folder) {
        try {
            return new Ids(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The census cannot keep the ids of persons on disk", e);
        }
    }

    /** Others, for everything written once more. */
    synchronized Ids anew() {
        return count == 0 ? this : in(folder);
    }

    /**
     * Adds some behind each other; nobody for null.
     *
     * @return the place of the first
     */
    int add(List<@Nullable PersonId> persons) {
        var packed = ByteBuffer.allocate(BYTES * persons.size());
        for (var person : persons) {
            packed.putLong(person == null ? 0 : person.value().getMostSignificantBits());
            packed.putLong(person == null ? 0 : person.value().getLeastSignificantBits());
        }
        return add(packed.array());
    }

    /** Adds some as {@link #packed} gave them. */
    synchronized int add(byte[] packed) {
        try {
            file.seek((long) BYTES * count);
            file.write(packed);
        } catch (IOException e) {
            throw new UncheckedIOException("The census could not write the ids of persons to disk", e);
        }
        var first = count;
        count = Math.addExact(count, packed.length / BYTES);
        return first;
    }

    synchronized byte[] packed(int from, int some) {
        var packed = new byte[BYTES * some];
        try {
            file.seek((long) BYTES * from);
            file.readFully(packed);
        } catch (IOException e) {
            throw new UncheckedIOException("The census could not read the ids of persons from disk", e);
        }
        return packed;
    }

    List<PersonId> get(int from, int some) {
        var packed = ByteBuffer.wrap(packed(from, some));
        var persons = new ArrayList<PersonId>(some);
        for (int i = 0; i < some; i++) {
            persons.add(new PersonId(new UUID(packed.getLong(), packed.getLong())));
        }
        return persons;
    }
}
