package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.nentang.organization.Organizations;
import vn.nentang.review.ReviewDesk;
import vn.nentang.review.ReviewRecording;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReportFiles;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.published.PublishedSummaries;
import vn.nentang.review.published.SummaryJson;
import vn.nentang.review.workbook.ReviewSheetJson;
import vn.nentang.review.workbook.ReviewWorkbookCheck;
import vn.nentang.rulebook.Rulebook;

/** The yearly review and classification. */
@Command(
        name = "review",
        description = "Kiểm điểm, đánh giá, xếp loại hằng năm. / The yearly review.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ReviewCommand.Check.class,
            ReviewCommand.RecordDecisions.class,
            ReviewCommand.Report.class,
            ReviewCommand.Status.class,
            ReviewCommand.Summary.class
        })
final class ReviewCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Thiếu lệnh con. / A subcommand is missing.");
    }

    @Command(
            name = "check",
            description = "Xếp loại một bảng tổng hợp, không ghi. / Classifies a workbook, records nothing.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "Bảng tổng hợp. / The workbook.")
        private Path file;

        @Option(names = "--year", paramLabel = "Y", required = true, description = "Năm kiểm điểm. / The year.")
        private int year;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            Files.size(file);
            var outcome = ReviewWorkbookCheck.check(file, year, Rulebook.load());
            if (json) {
                Output.json(spec, ReviewSheetJson.of(outcome));
            } else {
                print(outcome);
            }
            return outcome instanceof ReviewWorkbookCheck.Outcome.Refused ? Exit.REFUSED : Exit.DONE;
        }

        private void print(ReviewWorkbookCheck.Outcome outcome) {
            var out = Output.of(spec);
            switch (outcome) {
                case ReviewWorkbookCheck.Outcome.Refused(var reason, var sentence) ->
                    out.printf("%s: %s / %s%n", reason, sentence.vi(), sentence.en());
                case ReviewWorkbookCheck.Outcome.Checked(var result) -> {
                    result.counts().forEach((level, number) -> out.printf("%-24s %5d%n", level, number));
                    result.cap()
                            .ifPresent(cap -> out.printf(
                                    "%s/%s = %d/%d = %s, tối đa / limit %s, vượt / beyond: %d%n",
                                    cap.topCode(),
                                    cap.baseCode(),
                                    cap.top(),
                                    cap.base(),
                                    cap.ratio().map(Object::toString).orElse("–"),
                                    cap.limit().text(),
                                    cap.excess()));
                }
            }
        }
    }

    @Command(
            name = "record",
            description = "Ghi quyết định xếp loại theo bảng. / Records what was decided by a workbook.",
            mixinStandardHelpOptions = true)
    static final class RecordDecisions implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Parameters(paramLabel = "FILE", description = "Bảng tổng hợp. / The workbook.")
        private Path file;

        @Option(names = "--year", paramLabel = "Y", required = true, description = "Năm kiểm điểm. / The year.")
        private int year;

        @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
        private @Nullable String organization;

        @Option(
                names = "--on",
                paramLabel = "DATE",
                required = true,
                description = "Ngày quyết định. / The day of decision.")
        private LocalDate on;

        @Option(names = "--paper-number", paramLabel = "NO", description = "Số quyết định. / The paper's number.")
        private @Nullable String paperNumber;

        @Option(names = "--issuer", paramLabel = "BODY", description = "Cơ quan ban hành. / The issuing body.")
        private @Nullable String issuer;

        @Option(
                names = "--decide",
                paramLabel = "ROW=LEVEL[:REASON]",
                description = "Mức do cấp có thẩm quyền chọn. / A level the competent body chose.")
        private Map<Integer, String> choices = new TreeMap<>();

        @Option(names = "--command-id", paramLabel = "UUID", description = "Gửi lại lệnh cũ. / Sends a command again.")
        private @Nullable UUID commandId;

        @Override
        public Integer call() throws IOException {
            try (var app = OpenApplication.over(data.settings())) {
                var under = Organizing.one(app.part(Organizations.class), organization, ReviewDesk.lastDayOf(year));
                return switch (ReviewWorkbookCheck.check(file, year, app.part(Rulebook.class))) {
                    case ReviewWorkbookCheck.Outcome.Refused(var reason, var sentence) ->
                        throw new Refusing(reason + ": " + sentence.vi(), sentence.en());
                    case ReviewWorkbookCheck.Outcome.Checked(var result) -> {
                        var command = Commands.of(commandId, file + "|" + year + "|" + under.id() + "|" + choices);
                        var paper = paperNumber == null ? Paper.UNKNOWN : new Paper(paperNumber, on, issuer, null);
                        yield answer(app.part(ReviewRecording.class)
                                .record(command, result, under.id(), chosen(), on, paper));
                    }
                };
            }
        }

        private Map<Integer, ReviewRecording.Choice> chosen() {
            var chosen = new TreeMap<Integer, ReviewRecording.Choice>();
            choices.forEach((row, text) -> {
                var parts = text.split(":", 2);
                chosen.put(
                        row, new ReviewRecording.Choice(parts[0].strip(), parts.length < 2 ? null : parts[1].strip()));
            });
            return chosen;
        }

        private int answer(Answer answer) {
            return switch (answer) {
                case Answer.Refused(var reasons) -> Commands.refuse(spec, reasons, false);
                case Answer.Recorded(var entries) -> {
                    Output.of(spec).printf("%d bút toán / entries%n", entries.size());
                    yield Exit.DONE;
                }
            };
        }
    }

    @Command(
            name = "report",
            description = "Biểu tổng hợp (6-BTCTW). / The summary table.",
            mixinStandardHelpOptions = true)
    static final class Report implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
        private @Nullable String organization;

        @Option(names = "--year", paramLabel = "Y", required = true, description = "Năm kiểm điểm. / The year.")
        private int year;

        @Option(names = "--format", paramLabel = "FORMAT", description = "json, xlsx, docx.")
        private @Nullable String format;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Option(names = "--out", paramLabel = "FILE", description = "Tệp ghi ra. / The file to write.")
        private @Nullable Path out;

        @Override
        public Integer call() throws IOException {
            try (var app = OpenApplication.over(data.settings())) {
                var top = Organizing.one(app.part(Organizations.class), organization, ReviewDesk.lastDayOf(year));
                var report = app.part(ReviewReports.class).of(top.id(), year).orElseThrow();
                write(report);
                return Exit.DONE;
            }
        }

        private void write(ReviewReport report) throws IOException {
            var wanted = json || format == null ? "json" : format;
            switch (wanted) {
                case "json" -> Output.json(spec, ReviewReportFiles.json(report));
                case "xlsx" -> Files.write(target("xlsx"), ReviewReportFiles.xlsx(report));
                case "docx" -> Files.write(target("docx"), ReviewReportFiles.docx(report));
                default ->
                    throw new ParameterException(spec.commandLine(), "--format: json, xlsx, docx, not " + wanted);
            }
        }

        private Path target(String ending) {
            return out == null ? Path.of("review-%d.%s".formatted(year, ending)) : out;
        }
    }

    @Command(
            name = "status",
            description = "Còn ai chưa có kết quả. / Who has no result yet.",
            mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
        private @Nullable String organization;

        @Option(names = "--year", paramLabel = "Y", required = true, description = "Năm kiểm điểm. / The year.")
        private int year;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        /** How far one organisation is. */
        record Line(String organization, int members, int decided, int undecided, int organizationsUndecided) {}

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data.settings())) {
                var top = Organizing.one(app.part(Organizations.class), organization, ReviewDesk.lastDayOf(year));
                var report = app.part(ReviewReports.class).of(top.id(), year).orElseThrow();
                var lines = Stream.concat(report.rows().stream(), Stream.of(report.total()))
                        .map(Status::line)
                        .toList();
                if (json) {
                    Output.json(spec, lines);
                } else {
                    lines.forEach(l ->
                            Output.of(spec).printf("%-50s %5d / %5d%n", l.organization(), l.decided(), l.members()));
                }
                return Exit.DONE;
            }
        }

        private static Line line(ReviewReport.Row row) {
            var members = row.members();
            return new Line(
                    row.organization().name(),
                    members.total(),
                    members.total() - members.undecided(),
                    members.undecided(),
                    row.grassroots().undecided() + row.cells().undecided());
        }
    }

    @Command(
            name = "summary",
            description = "Đối chiếu số liệu đã công bố. / Checks published totals.",
            mixinStandardHelpOptions = true)
    static final class Summary implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "Tệp .yaml hoặc trang .md. / A list.")
        private Path file;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            Files.size(file);
            var reading = PublishedSummaries.read(file, Rulebook.load());
            if (json) {
                Output.json(spec, SummaryJson.of(reading));
            } else {
                print(reading);
            }
            return reading instanceof PublishedSummaries.Reading.Refused ? Exit.REFUSED : Exit.DONE;
        }

        private void print(PublishedSummaries.Reading reading) {
            var out = Output.of(spec);
            switch (reading) {
                case PublishedSummaries.Reading.Refused(var problems) -> problems.forEach(out::println);
                case PublishedSummaries.Reading.Read(var summaries) ->
                    summaries.forEach(summary -> out.printf(
                            "%-28s %s%n",
                            summary.id(),
                            summary.flags().isEmpty()
                                    ? "khớp / adds up"
                                    : summary.flags().stream()
                                            .map(flag -> flag.sentence().vi())
                                            .collect(Collectors.joining("; "))));
            }
        }
    }
}
