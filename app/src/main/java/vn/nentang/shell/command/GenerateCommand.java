package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.nentang.access.Accounts;
import vn.nentang.demo.DemoData;
import vn.nentang.demo.RosterFiles;
import vn.nentang.demo.nation.NationData;
import vn.nentang.demo.nation.NationOfficers;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.LedgerArchive;
import vn.nentang.ledger.Stage;
import vn.nentang.store.StoreSettings;

/** Made-up data of any size: a nation in a data folder, or a province as a ledger that can be imported and as rosters. */
@Command(
        name = "generate",
        description = "Tạo dữ liệu giả định để tập và để đo. / Makes up data for practice and for measuring.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    private static final int MEMBERS_LEAST = 50;

    /** From the top down, as the officers of a nation. */
    private static final List<String> LOGINS = List.of("trunguong", "tinh", "xa", "chibo");

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

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

    /** What was loaded into a data folder. */
    record Filled(int members, int provinces, int communes, long entries, long seconds, List<SignIns.SignIn> signIns) {
        Filled {
            signIns = List.copyOf(signIns);
        }
    }

    @Override
    public Integer call() throws IOException {
        return out == null && rosters == null ? fill() : write();
    }

    private Integer fill() throws IOException {
        requireMembers(NationData.MEMBERS_LEAST, NationData.MEMBERS_MOST);
        var started = System.nanoTime();
        try (var app = OpenApplication.over(data.settingsIn("nation"))) {
            if (app.part(Ledger.class).size() > 0) {
                throw new Refusing(
                        "Sổ cái ở đây đã có bút toán; chỉ tạo vào thư mục dữ liệu còn trống.",
                        "The ledger here holds entries already; a nation is made in an empty data folder");
            }
            var loaded = load(app);
            var signIns = signIns(app);
            var seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
            report(new Filled(members, loaded.provinces(), loaded.communes(), loaded.entries(), seconds, signIns));
        }
        return Exit.DONE;
    }

    private NationData.Loaded load(OpenApplication app) {
        try (var work = LongWork.begin(spec, "Đã dừng: sổ cái vẫn trống. / Stopped: the ledger is still empty.")) {
            return work.finish(() -> app.part(NationData.class)
                    .load(members, seed, (stage, done, communes, of) -> show(work, stage, done, communes, of)));
        }
    }

    private static void show(LongWork work, Stage stage, long done, int communes, int of) {
        switch (stage) {
            case ENTRIES -> work.reached("xã / communes", communes, of);
            case INDEXES -> work.reached("bút toán, đang lập chỉ mục / entries, making the indexes", done, done);
            case FOLDING, WRITING, EXCHANGING -> work.reached("tổ chức đảng / Party organisations", done, 0);
        }
    }

    private void report(Filled filled) {
        var text =
                "%,d đảng viên, %,d tỉnh, %,d xã, %,d bút toán, %,d giây / members, provinces, communes, entries, seconds"
                        .formatted(
                                filled.members(),
                                filled.provinces(),
                                filled.communes(),
                                filled.entries(),
                                filled.seconds());
        Output.either(spec, json, filled, text);
        if (!json) {
            SignIns.show(filled.signIns(), Output.of(spec));
        }
    }

    private List<SignIns.SignIn> signIns(OpenApplication app) throws IOException {
        var officers = app.part(NationOfficers.class).appoint();
        var planned = IntStream.range(0, officers.size())
                .mapToObj(i -> planned(LOGINS.get(i), officers.get(i)))
                .toList();
        return new SignIns(app.part(Accounts.class), DataOptions.folder(data.settingsIn("nation"), "nation"))
                .ready(planned);
    }

    private static SignIns.Planned planned(String login, NationOfficers.Officer officer) {
        return new SignIns.Planned(login, officer.fullName(), officer.over().name(), officer.person());
    }

    private void requireMembers(int least, int most) {
        if (members < least || members > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Từ %,d đến %,d đảng viên. / From %,d to %,d members.".formatted(least, most, least, most));
        }
    }

    private Integer write() throws IOException {
        requireMembers(MEMBERS_LEAST, NationData.MEMBERS_MOST);
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
