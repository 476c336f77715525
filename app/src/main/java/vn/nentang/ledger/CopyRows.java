package vn.nentang.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows in the text form of PostgreSQL's COPY. */
public final class CopyRows {

    private static final int BYTES_AT_FIRST = 1 << 16;
    private static final byte[] ABSENT = {'\\', 'N'};

    private byte[] text = new byte[BYTES_AT_FIRST];
    private int length;
    private long count;

    /** One row. Dates, times, ids, numbers and flags stand as their text; a list is an array of text; null is absent. */
    public void add(@Nullable Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                append((byte) '\t');
            }
            column(columns[i]);
        }
        append((byte) '\n');
        count++;
    }

    private void column(@Nullable Object value) {
        switch (value) {
            case null -> append(ABSENT);
            case List<?> list -> escaped(array(list));
            default -> escaped(value.toString());
        }
    }

    private static String array(List<?> items) {
        return items.stream()
                .map(i -> "\"" + i.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The days from one date up to, and without, another; null is without end. */
    public static String days(@Nullable LocalDate from, @Nullable LocalDate until) {
        return "[" + Objects.toString(from, "") + "," + Objects.toString(until, "") + ")";
    }

    /** All bytes that mean something in this form are ASCII, so that the parts of other letters are never among them. */
    private void escaped(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        ensure(2 * bytes.length);
        var plainFrom = 0;
        for (int i = 0; i < bytes.length; i++) {
            var letter = escape(bytes[i]);
            if (letter != 0) {
                copy(bytes, plainFrom, i);
                text[length++] = '\\';
                text[length++] = letter;
                plainFrom = i + 1;
            }
        }
        copy(bytes, plainFrom, bytes.length);
    }

    private void copy(byte[] bytes, int from, int until) {
        System.arraycopy(bytes, from, text, length, until - from);
        length += until - from;
    }

    /** The letter that stands for a byte after a backslash; 0 for a byte that stands for itself. */
    private static byte escape(byte b) {
        if (b > '\r' && b != '\\') {
            return 0;
        }
        return switch (b) {
            case '\\' -> '\\';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
    }

    private void append(byte... bytes) {
        ensure(bytes.length);
        for (var b : bytes) {
            text[length++] = b;
        }
    }

    private void ensure(int more) {
        if (length + more > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + more));
        }
    }

    /** How many rows were added. */
    public long count() {
        return count;
    }

    /** The first {@link #length()} bytes are the rows. */
    byte[] bytes() {
        return text;
    }

    int length() {
        return length;
    }
}
