package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.nentang.demo.DemoData;
import vn.nentang.demo.RosterFiles;
import vn.nentang.ledger.LedgerArchive;
import vn.nentang.store.StoreSettings;

/** Made-up data of any size, as a ledger that can be imported and as rosters. */
@Command(
        name = "generate",
        description = "Tạo dữ liệu giả định để tập và để đo. / Makes up data for practice and for measuring.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    private static final int MEMBERS_LEAST = 50;

    @Spec
    private CommandSpec spec;

    @Option(names = "--members", paramLabel = "N", required = true, description = "Số đảng viên. / How many members.")
    private int members;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Cùng số này thì cùng dữ liệu. / The same seed gives the same data.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR|FILE",
            description = "Ghi sổ cái ra đây, như 'ledger export'. / Writes the ledger here.")
    private @Nullable Path out;

    @Option(names = "--rosters", paramLabel = "DIR", description = "Ghi danh sách .xlsx ra đây. / Writes rosters here.")
    private @Nullable Path rosters;

    @Option(names = "--json", description = "Cho máy đọc. / For machines.")
    private boolean json;

    /** What was written. */
    record Written(@Nullable String ledger, List<String> rosters) {}

    @Override
    public Integer call() throws IOException {
        if (out == null && rosters == null) {
            throw new ParameterException(
                    spec.commandLine(), "Thiếu --out hoặc --rosters. / --out or --rosters is missing.");
        }
        if (members < MEMBERS_LEAST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Ít nhất %d đảng viên. / At least %d members.".formatted(MEMBERS_LEAST, MEMBERS_LEAST));
        }
        var size = new DemoData.Size(members, seed);
        List<Path> files = rosters == null ? List.of() : new RosterFiles(DataOptions.usualRules()).write(size, rosters);
        var ledger = out == null ? null : writeLedger(size, out);
        report(new Written(
                ledger == null ? null : ledger.toString(),
                files.stream().map(Path::toString).toList()));
        return Exit.DONE;
    }

    private void report(Written written) {
        if (json) {
            Output.json(spec, written);
            return;
        }
        if (rosters != null) {
            Output.of(spec)
                    .printf(
                            "%d tệp danh sách / rosters: %s%n",
                            written.rosters().size(), rosters);
        }
        if (written.ledger() != null) {
            Output.of(spec).println(written.ledger());
        }
    }

    /** Recorded in a database of its own, which is thrown away: only acts that the desks accept come out. */
    private Path writeLedger(DemoData.Size size, Path target) throws IOException {
        var workshop = Files.createTempDirectory("nentang-generate");
        try (var app = OpenApplication.over(new StoreSettings.Embedded(workshop.resolve("data")))) {
            app.part(DemoData.class)
                    .load(size, new ShownProgress(spec.commandLine().getErr()));
            return app.part(LedgerArchive.class).exportTo(target);
        } finally {
            delete(workshop);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
