package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.Answer;
import vn.nentang.membership.RosterImports;
import vn.nentang.membership.intake.IntakeContext;
import vn.nentang.membership.intake.KnownMembers;
import vn.nentang.membership.intake.RosterCheck;
import vn.nentang.membership.intake.RosterCheckJson;
import vn.nentang.membership.intake.RosterIntake;
import vn.nentang.organization.Organizations;
import vn.nentang.rulebook.Rulebook;

/** Takes over what offices keep in files. */
@Command(
        name = "import",
        description = "Nhận dữ liệu từ tệp của cơ quan. / Takes over files that offices keep.",
        mixinStandardHelpOptions = true,
        subcommands = {ImportCommand.RosterCommand.class, ImportCommand.UndoCommand.class})
final class ImportCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Thiếu lệnh con. / A subcommand is missing.");
    }

    @Command(
            name = "roster",
            description = "Danh sách đảng viên .xlsx, .xls, .csv. / A roster.",
            mixinStandardHelpOptions = true)
    static final class RosterCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Parameters(paramLabel = "FILE", description = "Tệp danh sách. / The file.")
        private Path file;

        @Option(names = "--check", description = "Chỉ kiểm tra, không ghi. / Checks, records nothing.")
        private boolean check;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Option(names = "--under", paramLabel = "ORG", description = "Tổ chức đảng có các chi bộ trong tệp.")
        private @Nullable String under;

        @Option(
                names = {"--on", "--as-of"},
                paramLabel = "DATE",
                required = true,
                description = "Ngày của danh sách. / The day of the list.")
        private LocalDate on;

        @Option(
                names = "--organization",
                paramLabel = "NAME",
                description = "Tên tổ chức đảng khi chưa có trong sổ. / Stands in for the ledger.")
        private @Nullable String organization;

        @Option(
                names = "--cells",
                paramLabel = "FILE",
                description = "Tên chi bộ, mỗi dòng một tên, khi chưa có trong sổ. / Stands in for the ledger.")
        private @Nullable Path cells;

        @Option(
                names = "--good-rows",
                description = "Chỉ ghi các dòng không lỗi. / Takes the rows without errors only.")
        private boolean goodRows;

        @Option(names = "--command-id", paramLabel = "UUID", description = "Gửi lại lệnh cũ. / Sends a command again.")
        private @Nullable UUID commandId;

        @Option(names = "--paper-number", paramLabel = "NO", description = "Số văn bản kèm danh sách. / The paper.")
        private @Nullable String paperNumber;

        @Override
        public Integer call() throws IOException {
            Files.size(file);
            return organization != null || cells != null ? checkAlone() : withLedger();
        }

        /** Without the ledger: the cells are given, nobody is on record. */
        private int checkAlone() throws IOException {
            if (!check) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--organization, --cells chỉ dùng với --check. / --organization and --cells go with --check.");
            }
            var context = new IntakeContext(
                    organization == null ? "" : organization,
                    on,
                    cells == null ? List.of() : cellNames(cells),
                    RosterImports.rules(Rulebook.load()),
                    KnownMembers.none());
            return report(RosterIntake.check(file, context), context);
        }

        private static List<String> cellNames(Path file) throws IOException {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }

        private int withLedger() throws IOException {
            try (var app = OpenApplication.over(data.settings())) {
                var top = Organizing.one(app.part(Organizations.class), under, on);
                var imports = app.part(RosterImports.class);
                if (check) {
                    var checked = imports.check(file, top.id(), on);
                    return report(checked.check(), checked.context());
                }
                var command = Commands.of(commandId, file + "|" + top.id() + "|" + on + "|" + goodRows);
                var rows = goodRows ? RosterImports.Rows.GOOD : RosterImports.Rows.ALL;
                var paper = paperNumber == null ? Paper.UNKNOWN : new Paper(paperNumber, null, null, null);
                var name = String.valueOf(file.getFileName());
                return answer(command.id(), imports.record(command, file, name, top.id(), on, rows, paper));
            }
        }

        private int answer(UUID list, Answer answer) {
            return switch (answer) {
                case Answer.Refused(var reasons) -> Commands.refuse(spec, reasons, json);
                case Answer.Recorded(var entries) -> {
                    if (json) {
                        Output.json(spec, new Done(list, entries.size()));
                    } else {
                        Output.of(spec).printf("%s: %d bút toán / entries%n", list, entries.size());
                    }
                    yield Exit.DONE;
                }
            };
        }

        /** What was recorded, and under which id it can be taken back. */
        record Done(UUID list, int entries) {}

        private int report(RosterCheck result, IntakeContext context) {
            if (json) {
                Output.of(spec).println(RosterCheckJson.write(String.valueOf(file.getFileName()), result, context));
            } else {
                print(result);
            }
            return result instanceof RosterCheck.Refused ? Exit.REFUSED : Exit.DONE;
        }

        private void print(RosterCheck result) {
            var out = Output.of(spec);
            switch (result) {
                case RosterCheck.Refused(var reason, var vi, var en) ->
                    out.printf("%s: %s / %s%n", reason.code(), vi, en);
                case RosterCheck.Importable importable -> {
                    importable
                            .rows()
                            .forEach(row -> row.problems()
                                    .forEach(p -> out.printf(
                                            "%s dòng/row %d cột/column %s [%s] %s / %s%n",
                                            row.sheet() == null ? "" : row.sheet(),
                                            row.row(),
                                            p.column() == null ? "–" : p.column(),
                                            p.code().code(),
                                            p.vi(),
                                            p.en())));
                    var ready = importable.rows().stream()
                            .filter(RosterCheck.MemberRow::isReady)
                            .count();
                    out.printf(
                            "%d dòng đảng viên, %d dòng ghi được / %d member rows, %d can be taken%n",
                            importable.rows().size(), ready, importable.rows().size(), ready);
                }
            }
        }
    }

    @Command(
            name = "undo",
            description = "Hủy một danh sách đã nhận, bằng bút toán mới. / Takes a list back, by entries.",
            mixinStandardHelpOptions = true)
    static final class UndoCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Parameters(
                paramLabel = "LIST",
                description = "Định danh in ra khi nhận. / The id printed when it was taken over.")
        private UUID list;

        @Option(names = "--because", paramLabel = "TEXT", required = true, description = "Lý do. / The reason.")
        private String because;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data.settings())) {
                var command = Commands.of(null, "undo|" + list);
                return switch (app.part(RosterImports.class).undo(command, list, because)) {
                    case Answer.Refused(var reasons) -> Commands.refuse(spec, reasons, false);
                    case Answer.Recorded(var entries) -> {
                        Output.of(spec).printf("%d bút toán / entries%n", entries.size());
                        yield Exit.DONE;
                    }
                };
            }
        }
    }
}
