package vn.nentang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.TestLedger;
import vn.nentang.membership.Act;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.simulation.World;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/**
 * Acts recorded a second on disk, durably: one at a time, five hundred under one command, and the bare rows that a program
 * without a ledger would insert; and entries folded a second when all registers are made again.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class LedgerBenchmark {

    private static final int MANY = 500;
    private static final int FOLDED = 20_000;
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    private Path folder = Path.of("");
    private @Nullable World opened;
    private final OrganizationId cell = new OrganizationId(UUID.randomUUID());

    private World world() {
        return Objects.requireNonNull(opened);
    }

    @Setup
    public void open() throws IOException, SQLException {
        folder = Files.createTempDirectory("ledger");
        var store = Store.open(new StoreSettings.Embedded(folder));
        Migrations.run(store);
        opened = new World(store);
        var founded = new OrganizationEvent.Founded(cell, "cell", "Chi bộ", null, null);
        world().organizationDesk.propose(TestLedger.command("cell"), founded, DAY, Paper.UNKNOWN, null);
        try (var connection = store.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE register.bare (id uuid PRIMARY KEY, name text, birth text, cell uuid)");
        }
        while (world().base.ledger.size() < FOLDED) {
            recordMany();
        }
        gatherStatistics(store);
    }

    /** As PostgreSQL does by itself within minutes. */
    private static void gatherStatistics(Store store) throws SQLException {
        try (var connection = store.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    @TearDown
    public void remove() throws IOException {
        world().close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<Act> newMember() {
        var person = new PersonId(UUID.randomUUID());
        var facts = List.of(new Fact(Fact.FULL_NAME, "Lò Văn An"), new Fact(Fact.BIRTH, "1962-10-05"));
        return List.of(
                new Act(new MembershipEvent.PersonRegistered(person, facts), DAY, Paper.UNKNOWN),
                new Act(new MembershipEvent.Enrolled(person, cell, "full"), DAY, Paper.UNKNOWN));
    }

    private Answer recordMany() {
        var acts = new ArrayList<Act>(MANY);
        while (acts.size() < MANY) {
            acts.addAll(newMember());
        }
        return recorded(world().membershipDesk.proposeAll(TestLedger.command(acts.size()), acts));
    }

    private static Answer recorded(Answer answer) {
        if (answer instanceof Answer.Refused) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }

    /** Two acts under one command: decided, chained, in the registers, on disk. */
    @Benchmark
    @OperationsPerInvocation(2)
    public Answer actsOneCommandEach() {
        return recorded(world().membershipDesk.proposeAll(TestLedger.command("one"), newMember()));
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public Answer acts500UnderOneCommand() {
        return recordMany();
    }

    /** What a program without a ledger would do for the same: one row, one transaction, nothing decided or kept. */
    @Benchmark
    @OperationsPerInvocation(2)
    public int bareRowsOneTransactionEach() {
        var row = "INSERT INTO register.bare VALUES (?, ?, ?, ?)";
        return Objects.requireNonNull(world().base
                .transactions
                .execute(_ ->
                        world().base.jdbc.update(row, UUID.randomUUID(), "Lò Văn An", "1962-10-05", cell.value())));
    }

    /** Everything in the ledger is read and folded, and every register written anew. Entries a second. */
    @Benchmark
    @OperationsPerInvocation(FOLDED)
    public long registersMadeAgain() {
        return world().base.rebuild.run((_, _, _) -> {});
    }
}
