package vn.nentang.statistics.census;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import vn.nentang.kernel.WholeFile;
import vn.nentang.review.years.OrganizationRows;

/**
 * A picture kept over a restart: which program wrote it, how far the ledger had been read and the seals found there, the
 * picture, and a checksum of all of it. A file that does not hold together, or is of another ledger, counts as none.
 */
final class PictureFile {

    static final String NAME = "census.bin";

    /** To be raised whenever what is kept, or how the ledger is read into it, changes. */
    private static final int FORMAT = 2;

    private static final int ROOM = 1 << 16;

    private final Path file;

    PictureFile(Path file) {
        this.file = file;
    }

    /**
     * Writes it for its owner alone, in the place of an earlier one.
     *
     * @param seals of the ledger up to the picture's last entry
     */
    void write(Picture picture, Vocabulary words, String seals) throws IOException {
        WholeFile.writePrivately(file, out -> {
            var sum = new CRC32C();
            var packed = new Packed.Out(new CheckedOutputStream(out, sum));
            packed.put(FORMAT);
            packed.put(picture.entries());
            packed.put(seals);
            PackedPicture.write(picture, words, packed);
            out.write(ByteBuffer.allocate(Long.BYTES).putLong(sum.getValue()).array());
        });
    }

    /**
     * Reads it, if there is one of this ledger.
     *
     * @param seals what the ledger says now of itself up to a place
     * @param words take the place of all words known before
     */
    Optional<Picture> read(LongFunction<String> seals, Vocabulary words, OrganizationRows rules) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (!isWhole()) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            var packed = new Packed.In(in);
            return packed.number() == FORMAT && seals.apply(packed.longNumber()).equals(packed.text())
                    ? Optional.of(
                            PackedPicture.read(packed, words, rules, Ids.in(Optional.ofNullable(file.getParent()))))
                    : Optional.empty();
        }
    }

    /** Before anything in it is believed. */
    private boolean isWhole() throws IOException {
        var left = Files.size(file) - Long.BYTES;
        if (left < Long.BYTES) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            var sum = new CRC32C();
            var room = new byte[ROOM];
            while (left > 0) {
                var read = in.readNBytes(room, 0, (int) Math.min(left, room.length));
                sum.update(room, 0, read);
                left -= read;
                if (read == 0) {
                    return false;
                }
            }
            return ByteBuffer.wrap(in.readNBytes(Long.BYTES)).getLong() == sum.getValue();
        }
    }
}
