package vn.nentang.ledger;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import vn.nentang.kernel.WholeFile;

/**
 * Moves a whole ledger as one file: a heading line, then one line of JSON for each entry, node by node in sequence. A
 * line without its hash, written canonically, gives that hash: the file can be checked without this program.
 */
@Component
public final class LedgerArchive {

    private static final String FORMAT = "nentang-ledger-1";
    private static final String FILE_NAME = "ledger.ndjson.gz";
    private static final int ENTRIES_AT_ONCE = 5_000;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LINE_CHARS_MAX = 4_000_000;

    private final EntryTable entries;
    private final EventTypes types;
    private final Ledger ledger;
    private final LedgerVerification verification;
    private final TransactionOperations transactions;

    public LedgerArchive(
            JdbcOperations jdbc,
            EventTypes types,
            Ledger ledger,
            LedgerVerification verification,
            TransactionOperations transactions) {
        this.entries = new EntryTable(jdbc, types);
        this.types = types;
        this.ledger = ledger;
        this.verification = verification;
        this.transactions = transactions;
    }

    record Heading(String format, long entries) {}

    /**
     * Writes every entry. A folder gets a file {@code ledger.ndjson.gz}; a name ending in {@code .gz} is compressed.
     *
     * @return the file written; it appears only when complete
     */
    public Path exportTo(Path target) throws IOException {
        return exportTo(target, (_, _) -> {});
    }

    /** The same, and tells how many entries are written. */
    public Path exportTo(Path target, HowFar progress) throws IOException {
        var file = Files.isDirectory(target) ? target.resolve(FILE_NAME) : target;
        return WholeFile.write(file, out -> {
            try (var packed = isPacked(file) ? new GZIPOutputStream(out, BUFFER_BYTES) : out;
                    var writer = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
                transactions.executeWithoutResult(_ -> writeAll(writer, progress));
            }
        });
    }

    private void writeAll(Writer writer, HowFar progress) {
        var count = entries.count();
        var done = new AtomicLong();
        line(writer, EventJson.canonical(new Heading(FORMAT, count)));
        entries.forEachInChainOrder(e -> {
            line(writer, EventJson.canonical(e));
            progress.reached(done.incrementAndGet(), count);
        });
    }

    private static void line(Writer writer, String text) {
        try {
            writer.write(text);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes in every entry of an archive that is not here yet, all or none.
     *
     * @throws LedgerDamaged when the file is cut off, altered, or contradicts what is recorded here; nothing is taken in
     * @throws UnknownEventType when a later version of the program wrote it; nothing is taken in
     * @throws IOException when the disk fails, or the file is not there; never for what the file holds
     */
    public long importFrom(Path source, HowFar progress) throws IOException {
        var file = Files.isDirectory(source) ? source.resolve(FILE_NAME) : source;
        try (var in = Files.newInputStream(file);
                var unpacked = isPacked(file) ? new GZIPInputStream(in) : in;
                var reader = new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8))) {
            var count = inOneTransaction(() -> readAll(reader, progress));
            return count == null ? 0 : count;
        } catch (EOFException | ZipException _) {
            throw new LedgerDamaged("The file is damaged or cut off.");
        } catch (DataIntegrityViolationException _) {
            throw new LedgerDamaged("The file holds an entry that no ledger can hold.");
        }
    }

    @FunctionalInterface
    private interface Reading {
        long run() throws IOException;
    }

    private @Nullable Long inOneTransaction(Reading reading) throws IOException {
        try {
            return transactions.execute(_ -> {
                try {
                    return reading.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private long readAll(BufferedReader reader, HowFar progress) throws IOException {
        var heading = read(reader, Heading.class, 1);
        if (!FORMAT.equals(heading.format())) {
            throw new LedgerDamaged("The first line does not say %s.".formatted(FORMAT));
        }
        var some = new ArrayList<SealedEntry>();
        for (long n = 1; n <= heading.entries(); n++) {
            some.add(entry(reader, n + 1));
            if (some.size() == ENTRIES_AT_ONCE || n == heading.entries()) {
                receive(some, n + 1);
                some.clear();
                progress.reached(n, heading.entries());
            }
        }
        var report = verification.verify();
        if (!report.isSound()) {
            throw new LedgerDamaged("After taking in the file the chain would not hold: " + report.findings());
        }
        return heading.entries();
    }

    private void receive(List<SealedEntry> some, long last) {
        try {
            ledger.receive(some);
        } catch (IllegalArgumentException | DateTimeException | NullPointerException _) {
            // Sealed well and yet about nothing that can be: somebody who knows how entries are sealed made it.
            throw new LedgerDamaged("Up to line %d an entry tells what cannot be.".formatted(last));
        }
    }

    /** An entry whose event can be read: what is taken in once is read for ever. */
    private SealedEntry entry(BufferedReader reader, long number) throws IOException {
        var entry = read(reader, SealedEntry.class, number);
        try {
            var subjects =
                    types.named(entry.type()).subjectsOf(entry.open(types).event());
            if (!subjects.equals(entry.subjects())) {
                throw new LedgerDamaged("Line %d is not filed under whom it concerns.".formatted(number));
            }
            return entry;
        } catch (JacksonException e) {
            throw unreadable(number, e);
        } catch (NullPointerException _) {
            // Events tell by their types what they always hold; only what comes from elsewhere can lack it.
            throw new LedgerDamaged("Line %d lacks what every event of its kind has.".formatted(number));
        }
    }

    private static <T> T read(BufferedReader reader, Class<T> type, long number) throws IOException {
        var line = boundedLine(reader);
        if (line.isEmpty()) {
            throw new LedgerDamaged("The file ends before line %d.".formatted(number));
        }
        try {
            return EventJson.MAPPER.readValue(line, type);
        } catch (JacksonException e) {
            throw unreadable(number, e);
        }
    }

    private static LedgerDamaged unreadable(long number, JacksonException e) {
        return new LedgerDamaged("Line %d cannot be read: %s".formatted(number, e.getOriginalMessage()));
    }

    private static String boundedLine(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        for (int c = reader.read(); c != -1 && c != '\n'; c = reader.read()) {
            line.append((char) c);
            if (line.length() > LINE_CHARS_MAX) {
                throw new LedgerDamaged("A line is longer than %d characters.".formatted(LINE_CHARS_MAX));
            }
        }
        return line.toString();
    }

    private static boolean isPacked(Path file) {
        return file.toString().endsWith(".gz");
    }
}
