package vn.nentang.ledger;

import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.nentang.kernel.WholeFile;

/**
 * Moves a whole ledger as one file: a heading line, then one line of JSON for each entry, node by node in sequence. A
 * line without its hash, written canonically, gives that hash: the file can be checked without this program.
 */
@Component
public final class LedgerArchive {

    private static final String FILE_NAME = "ledger.ndjson.gz";
    private static final int BUFFER_BYTES = 1 << 16;

    private final EntryTable entries;
    private final EventTypes types;
    private final Ledger ledger;
    private final LedgerVerification verification;
    private final Restore restore;
    private final TransactionOperations transactions;

    public LedgerArchive(
            JdbcOperations jdbc,
            EventTypes types,
            Ledger ledger,
            LedgerVerification verification,
            Restore restore,
            TransactionOperations transactions) {
        this.entries = new EntryTable(jdbc, types);
        this.types = types;
        this.ledger = ledger;
        this.verification = verification;
        this.restore = restore;
        this.transactions = transactions;
    }

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
        line(writer, EventJson.canonical(new ArchiveLines.Heading(ArchiveLines.FORMAT, count)));
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
     * Takes in every entry of an archive that is not here yet, all or none. Into an empty ledger it goes many times faster.
     *
     * @throws LedgerDamaged when the file is cut off, altered, or contradicts what is recorded here; nothing is taken in
     * @throws UnknownEventType when a later version of the program wrote it; nothing is taken in
     * @throws IOException when the disk fails, or the file is not there; never for what the file holds
     */
    public long importFrom(Path source, Progress progress) throws IOException {
        var file = Files.isDirectory(source) ? source.resolve(FILE_NAME) : source;
        try (var in = Files.newInputStream(file);
                var unpacked = isPacked(file) ? new GZIPInputStream(in, BUFFER_BYTES) : in;
                var reader = new InputStreamReader(unpacked, StandardCharsets.UTF_8)) {
            return take(reader, progress);
        } catch (EOFException | ZipException _) {
            throw new LedgerDamaged("The file is damaged or cut off.");
        } catch (DataIntegrityViolationException _) {
            throw new LedgerDamaged("The file holds an entry that no ledger can hold.");
        }
    }

    private long take(Reader reader, Progress progress) throws IOException {
        try {
            var lines = new ArchiveLines(reader, types);
            if (!restore.intoEmpty(lines, progress)) {
                transactions.executeWithoutResult(_ -> takeBesideOthers(lines, progress));
            }
            return lines.entries();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void takeBesideOthers(ArchiveLines lines, Progress progress) {
        for (var lot = lines.next(); !lot.entries().isEmpty(); lot = lines.next()) {
            receive(lot.entries(), lines.given() + 1);
            progress.reached(Stage.ENTRIES, lines.given(), lines.entries());
        }
        var report = verification.verify();
        if (!report.isSound()) {
            throw new LedgerDamaged("After taking in the file the chain would not hold: " + report.findings());
        }
    }

    private void receive(List<SealedEntry> some, long lastLine) {
        try {
            ledger.receive(some);
        } catch (IllegalArgumentException | DateTimeException | NullPointerException _) {
            throw LedgerDamaged.tellingWhatCannotBe(lastLine);
        }
    }

    private static boolean isPacked(Path file) {
        return file.toString().endsWith(".gz");
    }
}
