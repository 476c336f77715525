package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import vn.nentang.Application;
import vn.nentang.kernel.ContentDigest;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.HowFar;
import vn.nentang.membership.RosterImports;
import vn.nentang.membership.intake.IntakeContext;
import vn.nentang.membership.intake.KnownMembers;
import vn.nentang.membership.intake.RosterCheck;
import vn.nentang.membership.intake.RosterCheckJson;
import vn.nentang.membership.intake.RosterIntake;

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
        private ActingOptions data;

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
                description = "Ngày của danh sách; với --check mặc định hôm nay. / The day of the list.")
        private @Nullable LocalDate givenDay;

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
            if (!check) {
                return record();
            }
            var isAlone = organization != null || cells != null || (under == null && data.isNew());
            return isAlone ? checkAlone() : checkWithLedger();
        }

        private LocalDate day() {
            return Objects.requireNonNullElseGet(givenDay, () -> Commands.today(Application.CLOCK));
        }

        /** Without the ledger: the cells are as given, nobody is on record. */
        private int checkAlone() throws IOException {
            var context = new IntakeContext(
                    organization == null ? "" : organization,
                    day(),
                    cells == null ? List.of() : cellNames(cells),
                    RosterImports.rules(DataOptions.rulesBeside(data.settings())),
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

        private int checkWithLedger() throws IOException {
            try (var app = OpenApplication.over(data)) {
                var top = Organizing.one(app, under, day());
                var checked = app.part(RosterImports.class).check(file, top.id(), day());
                return report(checked.check(), checked.context());
            }
        }

        private int record() throws IOException {
            if (organization != null || cells != null) {
                throw wrong(
                        "--organization, --cells chỉ dùng với --check. / --organization and --cells go with --check.");
            }
            if (givenDay == null) {
                throw wrong("Thiếu --on, ngày của danh sách. / --on, the day of the list, is missing.");
            }
            try (var app = OpenApplication.over(data)) {
                var top = Organizing.one(app, under, day());
                var paper = paperNumber == null ? Paper.UNKNOWN : new Paper(paperNumber, null, null, null);
                var rows = goodRows ? RosterImports.Rows.GOOD : RosterImports.Rows.ALL;
                var command = Commands.of(
                        app,
                        commandId,
                        new Request(ContentDigest.of(file), top.id().toString(), day(), rows, paper));
                var name = String.valueOf(file.getFileName());
                try (var work = LongWork.begin(spec, "Đã dừng: không ghi dòng nào. / Stopped: no row was recorded.")) {
                    HowFar progress = (done, of) -> work.reached("dòng / rows", done, of);
                    return answer(
                            command.id(),
                            work.finish(() -> app.part(RosterImports.class)
                                    .record(command, file, name, top.id(), day(), rows, paper, progress)));
                }
            }
        }

        /** All that decides what is recorded: another of it under the same command id is another request. */
        record Request(String content, String under, LocalDate on, RosterImports.Rows rows, Paper paper) {}

        private ParameterException wrong(String sentence) {
            return new ParameterException(spec.commandLine(), sentence);
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
        private ActingOptions data;

        @Parameters(
                paramLabel = "LIST",
                description = "Định danh in ra khi nhận. / The id printed when it was taken over.")
        private UUID list;

        @Option(names = "--because", paramLabel = "TEXT", required = true, description = "Lý do. / The reason.")
        private String because;

        @Option(names = "--command-id", paramLabel = "UUID", description = "Gửi lại lệnh cũ. / Sends a command again.")
        private @Nullable UUID commandId;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data)) {
                var command = Commands.of(app, commandId, new Undoing(list, because));
                return switch (app.part(RosterImports.class).undo(command, list, because)) {
                    case Answer.Refused(var reasons) -> Commands.refuse(spec, reasons, json);
                    case Answer.Recorded(var entries) -> {
                        if (json) {
                            Output.json(spec, new Undone(list, entries.size()));
                        } else {
                            Output.of(spec).printf("%d bút toán / entries%n", entries.size());
                        }
                        yield Exit.DONE;
                    }
                };
            }
        }

        record Undoing(UUID list, String because) {}

        /** How many entries were withdrawn or written to take the list back. */
        record Undone(UUID list, int entries) {}
    }
}
