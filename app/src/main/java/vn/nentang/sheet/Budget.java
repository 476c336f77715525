package vn.nentang.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What is left of the {@link Limits} while one file is read. Equal short texts are kept once. */
final class Budget {

    private static final int SHARED_TEXTS_MAX = 200_000;
    private static final int SHARED_TEXT_CHARS_MAX = 64;
    private static final int RATIO_MAX = 250;
    private static final long RATIO_MATTERS_FROM = 100L << 20;

    private final Limits limits;
    private final long packedBytes;
    private final long deadline;
    private final Map<String, String> texts = new HashMap<>();
    private long bytes;
    private long chars;
    private int cells;
    private int rows;

    Budget(Limits limits, long packedBytes) {
        this.limits = limits;
        this.packedBytes = packedBytes;
        this.deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.seconds());
    }

    void spendBytes(int count) throws TooLarge {
        bytes += count;
        if (bytes > limits.unpackedBytesMax() || isBomb(bytes)) {
            throw tooLarge("%,d".formatted(bytes));
        }
        if (System.nanoTime() > deadline) {
            throw new TooLarge(
                    "Đọc quá %d giây.".formatted(limits.seconds()),
                    "Reading took more than %d seconds.".formatted(limits.seconds()));
        }
    }

    /** Refuses at once what a package itself says is too large. */
    void announce(long unpackedBytes) throws TooLarge {
        if (unpackedBytes > limits.unpackedBytesMax() || isBomb(unpackedBytes)) {
            throw tooLarge("%,d".formatted(unpackedBytes));
        }
    }

    /** Far beyond what any honest sheet packs to: even millions of empty formatted rows stay below 60 to 1. */
    private boolean isBomb(long unpacked) {
        return unpacked > RATIO_MATTERS_FROM && unpacked / Math.max(1, packedBytes) > RATIO_MAX;
    }

    private static TooLarge tooLarge(String bytes) {
        return new TooLarge(
                "Khi giải nén lớn hơn %s byte.".formatted(bytes), "Unpacks to %s bytes or more.".formatted(bytes));
    }

    /** Counts a cell and its text; gives back an equal text seen before, so that it is kept once. */
    String spendCell(int column, String text) throws TooLarge {
        if (++cells > limits.cellsMax() || column >= limits.columnsMax()) {
            throw new TooLarge("Quá nhiều ô hoặc quá nhiều cột.", "Too many cells or columns.");
        }
        return spendText(text);
    }

    String spendText(String text) throws TooLarge {
        if (text.length() > limits.cellCharsMax()) {
            throw new TooLarge("Một ô có quá nhiều chữ.", "A cell holds too much text.");
        }
        if (text.length() > SHARED_TEXT_CHARS_MAX) {
            return counted(text);
        }
        var known = texts.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() < SHARED_TEXTS_MAX) {
            texts.put(text, text);
        }
        return counted(text);
    }

    private String counted(String text) throws TooLarge {
        chars += text.length();
        if (chars > limits.textCharsMax()) {
            throw new TooLarge("Quá nhiều chữ.", "Too much text.");
        }
        return text;
    }

    void spendRow() throws TooLarge {
        if (++rows > limits.rowsMax()) {
            throw new TooLarge(
                    "Hơn %,d dòng có nội dung.".formatted(limits.rowsMax()),
                    "More than %,d rows with content.".formatted(limits.rowsMax()));
        }
    }

    Limits limits() {
        return limits;
    }
}
