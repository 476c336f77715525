package vn.nentang.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * A part of a package, read with every bound that keeps a hostile one harmless: bytes of all parts together, time, and
 * the distance between two tags (a single name, attribute or text cannot fill the memory). Its end is only reported when
 * the checksum of the package agrees.
 */
final class BoundedInput extends InputStream {

    private static final int TAG_GAP_MAX = 4 << 20;

    private final InputStream source;
    private final Budget budget;
    private final long expectedSum;
    private final CRC32 sum = new CRC32();
    private int sinceTag;

    BoundedInput(InputStream source, Budget budget, long expectedSum) {
        this.source = source;
        this.budget = budget;
        this.expectedSum = expectedSum;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var count = source.read(bytes, offset, length);
        if (count < 0) {
            return atEnd();
        }
        budget.spendBytes(count);
        sum.update(bytes, offset, count);
        watchTags(bytes, offset, count);
        return count;
    }

    private int atEnd() throws IOException {
        if (expectedSum >= 0 && sum.getValue() != expectedSum) {
            throw new BrokenFile("Tổng kiểm của một phần trong tệp không khớp.", "The checksum of a part is wrong.");
        }
        return -1;
    }

    private void watchTags(byte[] bytes, int offset, int count) throws TooLarge {
        for (var i = offset + count - 1; i >= offset; i--) {
            if (bytes[i] == '>') {
                sinceTag = offset + count - 1 - i;
                return;
            }
        }
        sinceTag += count;
        if (sinceTag > TAG_GAP_MAX) {
            throw new TooLarge("Một ô hoặc một thẻ quá dài.", "A single cell or tag is too long.");
        }
    }

    /** Reads what is left, so that the checksum of the whole part is compared. */
    void drain() throws IOException {
        var buffer = new byte[8192];
        var count = read(buffer, 0, buffer.length);
        while (count >= 0) {
            count = read(buffer, 0, buffer.length);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
