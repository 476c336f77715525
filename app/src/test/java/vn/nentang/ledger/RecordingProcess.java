package vn.nentang.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Paper;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings.Embedded;

/** Another Java process that records commands in a ledger and prints the id and number of each that was answered. */
final class RecordingProcess implements AutoCloseable {

    /** What one command records. */
    record Counted(long number) implements LedgerEvent {}

    static final EventCatalogue CATALOGUE =
            () -> List.of(new EventType<>("test.counted.v1", Counted.class, e -> List.of("count:" + e.number() % 10)));

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final int ENTRIES_EACH = 2;

    private final Process process;
    private final BufferedReader out;
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    /** A command that was answered: its id follows from its number. */
    record Acknowledged(long number, List<EntryRef> entries) {

        static Acknowledged parse(String line) {
            var words = line.split(" ", -1);
            return new Acknowledged(
                    Long.parseLong(words[1]),
                    Arrays.stream(words).skip(2).map(EntryRef::parse).toList());
        }
    }

    private RecordingProcess(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    /** What the child runs: open, then record for ever; a command that failed is sent again until it is answered. */
    public static void main(String[] arguments) throws Exception {
        var store = Store.openAsServer(new Embedded(Path.of(arguments[0])));
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        Migrations.run(store);
        var base = new TestLedger(store, List.of(CATALOGUE), _ -> List.of());
        for (long n = Long.parseLong(arguments[1]); ; n++) {
            var line = new StringBuilder("ack " + n);
            for (var ref : untilAnswered(base, n).entries()) {
                line.append(' ').append(ref);
            }
            System.out.println(line);
        }
    }

    private static Answer.Recorded untilAnswered(TestLedger base, long number) {
        while (true) {
            try {
                return record(base, number);
            } catch (DataAccessException | TransactionException e) {
                System.out.println("again " + number);
            }
        }
    }

    /** Sends the command of a number, for the first time or again. */
    static Answer.Recorded record(TestLedger base, long number) {
        var command = new Command(new UUID(0, number), "tester", "count " + number);
        var entry = NewEntry.of(new Counted(number), DAY, Paper.UNKNOWN);
        return (Answer.Recorded) base.ledger.carryOut(command, () -> new Decision.Recorded<>(List.of(entry, entry)));
    }

    static int entriesEach() {
        return ENTRIES_EACH;
    }

    static RecordingProcess start(Path folder, long from) throws IOException {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new RecordingProcess(new ProcessBuilder(
                        java,
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        path,
                        RecordingProcess.class.getName(),
                        folder.toString(),
                        Long.toString(from))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Reads on until this many more commands were answered. */
    void awaitAcknowledged(int more) throws IOException {
        var enough = acknowledged.size() + more;
        while (acknowledged.size() < enough && readOne()) {}
        if (acknowledged.size() < enough) {
            throw new IllegalStateException("The child ended before it had recorded enough");
        }
    }

    private boolean readOne() throws IOException {
        var line = out.readLine();
        if (line != null && line.startsWith("ack ") && line.contains(":")) {
            acknowledged.add(Acknowledged.parse(line));
        }
        return line != null;
    }

    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Everything it said until its end. */
    List<Acknowledged> allAcknowledged() throws IOException {
        while (readOne()) {}
        return List.copyOf(acknowledged);
    }

    /** Politely first, so that it stops its PostgreSQL and leaves none behind. */
    @Override
    public void close() {
        process.toHandle().destroy();
        process.onExit()
                .completeOnTimeout(process, Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }
}
