package vn.nentang.ledger;

import java.util.Arrays;

/**
 * Which texts were met before, in 16 to 32 bytes a text. That two of ten million look alike has a chance of three in a
 * million; whoever asks must only lose time by it.
 */
final class Fingerprints {

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_FACTOR = 0x100000001b3L;

    private long[] slots = new long[1 << 10];
    private int count;

    /** True the first time. */
    boolean add(String text) {
        if (2 * count > slots.length) {
            grow();
        }
        var added = put(slots, of(text));
        count += added ? 1 : 0;
        return added;
    }

    private void grow() {
        var larger = new long[2 * slots.length];
        Arrays.stream(slots).filter(s -> s != 0).forEach(s -> put(larger, s));
        slots = larger;
    }

    private static boolean put(long[] into, long fingerprint) {
        var at = (int) (fingerprint >>> 20) & (into.length - 1);
        while (into[at] != 0 && into[at] != fingerprint) {
            at = (at + 1) & (into.length - 1);
        }
        var isNew = into[at] == 0;
        into[at] = fingerprint;
        return isNew;
    }

    private static long of(String text) {
        var hash = FNV_START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_FACTOR;
        }
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
