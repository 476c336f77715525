package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nentang.access.Readings;
import vn.nentang.committee.CommitteeDesk;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.HowFar;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.LedgerArchive;
import vn.nentang.ledger.LedgerVerification;
import vn.nentang.ledger.Progress;
import vn.nentang.ledger.Rebuild;
import vn.nentang.ledger.Stage;
import vn.nentang.membership.ImportEvent;
import vn.nentang.membership.MembershipDesk;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationDesk;
import vn.nentang.organization.OrganizationEvent;

/** The ledger as a whole. */
@Command(
        name = "ledger",
        description = "Sổ cái. / The ledger.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LedgerCommand.Verify.class,
            LedgerCommand.Export.class,
            LedgerCommand.Import.class,
            LedgerCommand.RebuildAll.class,
            LedgerCommand.Withdraw.class
        })
final class LedgerCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Thiếu lệnh con. / A subcommand is missing.");
    }

    /** Reads the whole chain; broken off, it has changed nothing. */
    private static LedgerVerification.Report verified(CommandSpec spec, OpenApplication app) {
        var standing =
                "Đã dừng: chưa kiểm hết, không có gì thay đổi. / Stopped: not all was read, nothing has changed.";
        try (var work = LongWork.begin(spec, standing)) {
            HowFar progress = (done, of) -> work.reached("bút toán đã kiểm / entries read", done, of);
            return work.finish(() -> app.part(LedgerVerification.class).verify(progress));
        }
    }

    private static Progress stages(LongWork work) {
        return (stage, done, of) -> work.reached(words(stage), done, of);
    }

    private static String words(Stage stage) {
        return switch (stage) {
            case ENTRIES -> "bút toán / entries";
            case INDEXES -> "lập chỉ mục sổ cái / making the ledger's indexes";
            case FOLDING -> "người / persons";
            case WRITING -> "tổ chức và đối tượng khác / organisations and others";
            case EXCHANGING -> "thay sổ cũ, lập chỉ mục / replacing the old ones, making the indexes";
        };
    }

    @Command(
            name = "verify",
            description =
                    "Đọc cả chuỗi; nêu tên bút toán bị sửa, mất, đổi chỗ. / Names altered, missing, moved entries.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ActingOptions data;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data)) {
                var report = verified(spec, app);
                var readings = app.part(Readings.class).verify();
                if (json) {
                    Output.json(spec, new Verified(report.entries(), report.heads(), report.findings(), readings));
                } else {
                    print(report, readings);
                }
                return report.isSound() && readings.isSound() ? Exit.DONE : Exit.REFUSED;
            }
        }

        /** The ledger, and the log of readings that it seals. */
        record Verified(
                long entries,
                List<LedgerVerification.NodeHead> heads,
                List<LedgerVerification.Finding> findings,
                Readings.Report readings) {
            Verified {
                heads = List.copyOf(heads);
                findings = List.copyOf(findings);
            }

            public boolean isSound() {
                return findings.isEmpty() && readings.isSound();
            }
        }

        private void print(LedgerVerification.Report report, Readings.Report readings) {
            var out = Output.of(spec);
            out.printf("%d bút toán / entries%n", report.entries());
            report.heads().forEach(h -> out.printf("%s:%d %s%n", h.node(), h.sequence(), h.hash()));
            report.findings().forEach(f -> out.printf("! %s %s%n", f.entry(), f.fault()));
            out.printf(
                    "%d lần đọc hồ sơ, niêm phong đến %d / readings of files, sealed through %d%n",
                    readings.readings(), readings.sealedThrough(), readings.sealedThrough());
            readings.findings().forEach(n -> out.printf("! đọc hồ sơ / reading %d%n", n));
            out.println(
                    report.isSound() && readings.isSound() ? "Nguyên vẹn. / Sound." : "KHÔNG nguyên vẹn. / NOT sound.");
        }
    }

    @Command(
            name = "export",
            description = "Ghi cả sổ cái ra một tệp. / Writes the whole ledger to a file.",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Parameters(paramLabel = "DIR|FILE", description = "Thư mục, hoặc tệp .ndjson[.gz]. / A folder or a file.")
        private Path target;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            try (var app = OpenApplication.over(data.settings())) {
                var file = export(app);
                Output.either(spec, json, Map.of("file", file.toString()), file.toString());
                return Exit.DONE;
            }
        }

        private Path export(OpenApplication app) throws IOException {
            var standing = "Đã dừng: không có tệp nào được ghi. / Stopped: no file was written.";
            try (var work = LongWork.begin(spec, standing)) {
                HowFar progress = (done, of) -> work.reached("bút toán / entries", done, of);
                return work.finish(() -> app.part(LedgerArchive.class).exportTo(target, progress));
            }
        }
    }

    @Command(
            name = "import",
            description = "Nhận một sổ cái đã ghi ra; trùng thì bỏ qua. / Takes in a ledger that was exported.",
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Parameters(paramLabel = "DIR|FILE", description = "Thư mục hoặc tệp. / A folder or a file.")
        private Path source;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            try (var app = OpenApplication.over(data.settings())) {
                var count = take(app);
                Output.either(spec, json, Map.of("entries", count), "%d bút toán / entries".formatted(count));
                return Exit.DONE;
            }
        }

        private long take(OpenApplication app) throws IOException {
            var standing = "Đã dừng: không nhận gì, sổ cái như trước. / Stopped: nothing was taken in.";
            try (var work = LongWork.begin(spec, standing)) {
                return work.finish(() -> app.part(LedgerArchive.class).importFrom(source, stages(work)));
            }
        }
    }

    @Command(
            name = "rebuild",
            description = "Bỏ mọi sổ đăng ký và lập lại từ sổ cái. / Drops every register and makes it again.",
            mixinStandardHelpOptions = true)
    static final class RebuildAll implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ActingOptions data;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data)) {
                var report = verified(spec, app);
                if (!report.isSound()) {
                    throw new Refusing(
                            "Sổ cái không nguyên vẹn, không lập lại: " + report.findings(),
                            "The ledger is not sound, nothing was rebuilt");
                }
                var count = rebuilt(app);
                Output.either(spec, json, Map.of("subjects", count), "%d đối tượng / subjects".formatted(count));
                return Exit.DONE;
            }
        }

        private long rebuilt(OpenApplication app) {
            var standing = "Đã dừng: các sổ đăng ký vẫn như trước. / Stopped: the registers are as they were.";
            try (var work = LongWork.begin(spec, standing)) {
                return work.finish(() -> app.part(Rebuild.class).run(stages(work)));
            }
        }
    }

    @Command(
            name = "withdraw",
            description = "Rút lại một bút toán, bằng bút toán mới. / Takes an entry back, by a new one.",
            mixinStandardHelpOptions = true)
    static final class Withdraw implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Parameters(paramLabel = "ENTRY", description = "Tên bút toán, như trang ghi. / Its name, as pages print it.")
        private String entry;

        @Option(names = "--because", paramLabel = "TEXT", required = true, description = "Lý do. / The reason.")
        private String because;

        @Option(names = "--command-id", paramLabel = "UUID", description = "Gửi lại lệnh cũ. / Sends a command again.")
        private @Nullable UUID commandId;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        /** Which entry was taken back, and by which one. */
        record Done(EntryRef entry, EntryRef withdrawnBy) {}

        @Override
        public Integer call() {
            var ref = ref();
            try (var app = OpenApplication.over(data.settings())) {
                var command = Commands.of(app, commandId, "withdraw|" + ref + "|" + because);
                return switch (answer(app, command, ref)) {
                    case Answer.Refused(var reasons) -> Commands.refuse(spec, reasons, json);
                    case Answer.Recorded(var entries) -> {
                        var done = new Done(ref, entries.getFirst());
                        Output.either(spec, json, done, "%s → %s".formatted(done.entry(), done.withdrawnBy()));
                        yield Exit.DONE;
                    }
                };
            }
        }

        private EntryRef ref() {
            try {
                return EntryRef.parse(entry);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(
                        spec.commandLine(), "Tên bút toán như n1a2b3c4d:17. / An entry is named so: " + entry, e);
            }
        }

        /** Each module may have reasons against taking its own entries back. */
        private Answer answer(OpenApplication app, vn.nentang.ledger.Command command, EntryRef ref) {
            var ledger = app.part(Ledger.class);
            return switch (ledger.find(ref).map(Entry::event).orElse(null)) {
                case OrganizationEvent _ -> app.part(OrganizationDesk.class).withdraw(command, ref, because);
                case MembershipEvent _ -> app.part(MembershipDesk.class).withdraw(command, ref, because);
                case CommitteeEvent _ -> app.part(CommitteeDesk.class).withdraw(command, ref, because);
                case ImportEvent list ->
                    throw new Refusing(
                            "Danh sách được hủy cả: nentang import undo " + list.list(),
                            "A list is taken back as a whole: nentang import undo " + list.list());
                case null, default -> ledger.withdraw(command, ref, because, _ -> List.of());
            };
        }
    }
}
