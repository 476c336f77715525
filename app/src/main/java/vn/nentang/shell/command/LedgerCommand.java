package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nentang.ledger.LedgerArchive;
import vn.nentang.ledger.LedgerVerification;
import vn.nentang.ledger.Registers;

/** The ledger as a whole. */
@Command(
        name = "ledger",
        description = "Sổ cái. / The ledger.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LedgerCommand.Verify.class,
            LedgerCommand.Export.class,
            LedgerCommand.Import.class,
            LedgerCommand.Rebuild.class
        })
final class LedgerCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Thiếu lệnh con. / A subcommand is missing.");
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
        private DataOptions data;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data.settings())) {
                var report = app.part(LedgerVerification.class).verify();
                if (json) {
                    Output.json(spec, report);
                } else {
                    print(report);
                }
                return report.isSound() ? Exit.DONE : Exit.REFUSED;
            }
        }

        private void print(LedgerVerification.Report report) {
            var out = Output.of(spec);
            out.printf("%d bút toán / entries%n", report.entries());
            report.heads().forEach(h -> out.printf("%s:%d %s%n", h.node(), h.sequence(), h.hash()));
            report.findings().forEach(f -> out.printf("! %s %s%n", f.entry(), f.fault()));
            out.println(report.isSound() ? "Nguyên vẹn. / Sound." : "KHÔNG nguyên vẹn. / NOT sound.");
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
                var file = app.part(LedgerArchive.class).exportTo(target);
                Output.either(spec, json, Map.of("file", file.toString()), file.toString());
                return Exit.DONE;
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
                var err = spec.commandLine().getErr();
                var count = app.part(LedgerArchive.class).importFrom(source, n -> err.printf("… %d%n", n));
                Output.either(spec, json, Map.of("entries", count), "%d bút toán / entries".formatted(count));
                return Exit.DONE;
            }
        }
    }

    @Command(
            name = "rebuild",
            description = "Bỏ mọi sổ đăng ký và lập lại từ sổ cái. / Drops every register and makes it again.",
            mixinStandardHelpOptions = true)
    static final class Rebuild implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data.settings())) {
                var report = app.part(LedgerVerification.class).verify();
                if (!report.isSound()) {
                    throw new Refusing(
                            "Sổ cái không nguyên vẹn, không lập lại: " + report.findings(),
                            "The ledger is not sound, nothing was rebuilt");
                }
                var err = spec.commandLine().getErr();
                var count = app.part(Registers.class).rebuild(n -> err.printf("… %d%n", n));
                Output.either(spec, json, Map.of("subjects", count), "%d đối tượng / subjects".formatted(count));
                return Exit.DONE;
            }
        }
    }
}
