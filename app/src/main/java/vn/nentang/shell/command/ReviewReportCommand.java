package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.nentang.paper.PaperFiles;
import vn.nentang.paper.PaperFormat;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReportFiles;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.ReviewYears;
import vn.nentang.rulebook.Rulebook;

/** The summary table of a year, to read or as a file. */
@Command(
        name = "report",
        description = "Biểu tổng hợp (6-BTCTW). / The summary table.",
        mixinStandardHelpOptions = true)
final class ReviewReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ActingOptions data;

    @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
    private @Nullable String organization;

    @Option(names = "--year", paramLabel = "Y", required = true, description = "Năm kiểm điểm. / The year.")
    private int year;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, xlsx, docx, pdf.")
    private String format;

    @Option(names = "--json", description = "Cho máy đọc. / For machines.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Tệp ghi ra. / The file to write.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        var wanted = json ? "json" : format;
        if (!wanted.matches("text|json|xlsx|docx|pdf")) {
            throw new ParameterException(spec.commandLine(), "--format: text, json, xlsx, docx, pdf, not " + wanted);
        }
        try (var app = OpenApplication.over(data)) {
            var lastDay = app.part(ReviewYears.class).lastDayOf(year);
            var top = Organizing.one(app, organization, lastDay);
            var report = app.part(ReviewReports.class).of(top.id(), year).orElseThrow();
            write(report, wanted, PaperFormat.on(app.part(Rulebook.class).on(report.asOf())));
            return Exit.DONE;
        }
    }

    private void write(ReviewReport report, String wanted, PaperFormat format) throws IOException {
        switch (wanted) {
            case "json" -> Output.json(spec, ReviewReportFiles.json(report));
            case "xlsx" -> Files.write(target("xlsx"), ReviewReportFiles.xlsx(report));
            case "docx" -> Files.write(target("docx"), PaperFiles.docx(ReviewReportFiles.paper(report, format)));
            case "pdf" -> Files.write(target("pdf"), PaperFiles.pdf(ReviewReportFiles.paper(report, format)));
            default -> new ReportText(report, Output.of(spec)).print();
        }
    }

    private Path target(String ending) {
        return out == null ? Path.of("review-%d.%s".formatted(year, ending)) : out;
    }
}
