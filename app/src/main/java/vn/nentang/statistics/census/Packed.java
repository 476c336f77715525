package vn.nentang.statistics.census;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Numbers and arrays of them as bytes, many at once. */
final class Packed {

    private static final int AT_ONCE = 1 << 16;

    private Packed() {}

    /** Into a stream; what is written last arrives with {@link #flush}. */
    static final class Out {

        private final OutputStream out;
        private final ByteBuffer room = ByteBuffer.allocate(AT_ONCE);

        Out(OutputStream out) {
            this.out = out;
        }

        private ByteBuffer room(int bytes) throws IOException {
            if (room.remaining() < bytes) {
                flush();
            }
            return room;
        }

        void flush() throws IOException {
            out.write(room.array(), 0, room.position());
            room.clear();
        }

        void put(int number) throws IOException {
            room(Integer.BYTES).putInt(number);
        }

        void put(long number) throws IOException {
            room(Long.BYTES).putLong(number);
        }

        void put(char number) throws IOException {
            room(Character.BYTES).putChar(number);
        }

        void put(boolean is) throws IOException {
            room(1).put((byte) (is ? 1 : 0));
        }

        void put(UUID id) throws IOException {
            put(id.getMostSignificantBits());
            put(id.getLeastSignificantBits());
        }

        void put(String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            put(bytes.length);
            put(bytes, 0, bytes.length);
        }

        void put(byte[] all, int from, int count) throws IOException {
            if (count <= AT_ONCE) {
                room(count).put(all, from, count);
            } else {
                flush();
                out.write(all, from, count);
            }
        }

        void put(char[] all, int from, int count) throws IOException {
            for (int i = from; i < from + count; i++) {
                put(all[i]);
            }
        }

        void put(int[] all, int from, int count) throws IOException {
            for (int i = from; i < from + count; i++) {
                put(all[i]);
            }
        }

        void put(byte[] all) throws IOException {
            put(all.length);
            put(all, 0, all.length);
        }

        void put(int[] all) throws IOException {
            put(all.length);
            put(all, 0, all.length);
        }

        void put(long[] all) throws IOException {
            put(all.length);
            for (var one : all) {
                put(one);
            }
        }
    }

    /** Back out of a stream. */
    static final class In {

        private final InputStream in;
        private final ByteBuffer room = ByteBuffer.allocate(AT_ONCE).flip();

        In(InputStream in) {
            this.in = in;
        }

        private ByteBuffer room(int bytes) throws IOException {
            while (room.remaining() < bytes) {
                room.compact();
                var read = in.read(room.array(), room.position(), room.remaining());
                if (read < 0) {
                    throw new EOFException();
                }
                room.position(room.position() + read).flip();
            }
            return room;
        }

        int number() throws IOException {
            return room(Integer.BYTES).getInt();
        }

        long longNumber() throws IOException {
            return room(Long.BYTES).getLong();
        }

        char shortNumber() throws IOException {
            return room(Character.BYTES).getChar();
        }

        boolean is() throws IOException {
            return room(1).get() != 0;
        }

        UUID id() throws IOException {
            return new UUID(longNumber(), longNumber());
        }

        String text() throws IOException {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        byte[] bytes() throws IOException {
            var all = new byte[number()];
            fill(all);
            return all;
        }

        int[] numbers() throws IOException {
            var all = new int[number()];
            fill(all);
            return all;
        }

        long[] longNumbers() throws IOException {
            var all = new long[number()];
            for (int i = 0; i < all.length; i++) {
                all[i] = longNumber();
            }
            return all;
        }

        void fill(byte[] all) throws IOException {
            for (int at = 0; at < all.length; ) {
                var some = Math.min(room(1).remaining(), all.length - at);
                room.get(all, at, some);
                at += some;
            }
        }

        void fill(char[] all) throws IOException {
            for (int i = 0; i < all.length; i++) {
                all[i] = shortNumber();
            }
        }

        void fill(int[] all) throws IOException {
            for (int i = 0; i < all.length; i++) {
                all[i] = number();
            }
        }
    }
}
