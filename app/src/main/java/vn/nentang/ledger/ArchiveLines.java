package vn.nentang.ledger;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * An archive read line by line: a heading, then one entry each. Every event given here can be read: what is taken in once is
 * read for ever.
 */
final class ArchiveLines {

    static final String FORMAT = "nentang-ledger-1";
    private static final int ENTRIES_AT_ONCE = 5_000;
    private static final int LETTERS_AT_ONCE = 1 << 15;
    private static final int LINE_CHARS_MAX = 4_000_000;

    private final Reader reader;
    private final EventTypes types;
    private final long entries;
    private final char[] letters = new char[LETTERS_AT_ONCE];
    private int at;
    private int end;
    private long line;

    /** @throws LedgerDamaged here and later, when a line is not what it should be; UncheckedIOException when reading fails */
    ArchiveLines(Reader reader, EventTypes types) {
        this.reader = reader;
        this.types = types;
        var heading = read(Heading.class);
        if (!FORMAT.equals(heading.format())) {
            throw new LedgerDamaged("The first line does not say %s.".formatted(FORMAT));
        }
        this.entries = heading.entries();
    }

    record Heading(String format, long entries) {}

    /** Entries that stand one after the other. */
    record Lot(long firstLine, List<SealedEntry> entries) {}

    /** How many the heading says there are. */
    long entries() {
        return entries;
    }

    /** How many were given so far. */
    long given() {
        return line - 1;
    }

    /** The next ones; none after the last. */
    Lot next() {
        var first = line + 1;
        var some = new ArrayList<SealedEntry>();
        while (given() < entries && some.size() < ENTRIES_AT_ONCE) {
            some.add(entry());
        }
        return new Lot(first, List.copyOf(some));
    }

    private SealedEntry entry() {
        var entry = read(SealedEntry.class);
        try {
            var event = types.read(entry.type(), entry.event());
            if (!types.named(entry.type()).subjectsOf(event).equals(entry.subjects())) {
                throw new LedgerDamaged("Line %d is not filed under whom it concerns.".formatted(line));
            }
            return entry;
        } catch (JacksonException e) {
            throw unreadable(e);
        } catch (NullPointerException _) {
            // Events tell by their types what they always hold; only what comes from elsewhere can lack it.
            throw new LedgerDamaged("Line %d lacks what every event of its kind has.".formatted(line));
        }
    }

    private <T> T read(Class<T> type) {
        line++;
        var text = boundedLine();
        if (text.isEmpty()) {
            throw new LedgerDamaged("The file ends before line %d.".formatted(line));
        }
        try {
            return EventJson.MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    private LedgerDamaged unreadable(JacksonException e) {
        return new LedgerDamaged("Line %d cannot be read: %s".formatted(line, e.getOriginalMessage()));
    }

    /** Up to the next end of a line or of the file. */
    private String boundedLine() {
        var text = new StringBuilder();
        while (at < end || refill()) {
            var from = at;
            while (at < end && letters[at] != '\n') {
                at++;
            }
            text.append(letters, from, at - from);
            if (text.length() > LINE_CHARS_MAX) {
                throw new LedgerDamaged("A line is longer than %d characters.".formatted(LINE_CHARS_MAX));
            }
            if (at < end) {
                at++;
                break;
            }
        }
        return text.toString();
    }

    private boolean refill() {
        try {
            at = 0;
            end = Math.max(0, reader.read(letters));
            return end > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
