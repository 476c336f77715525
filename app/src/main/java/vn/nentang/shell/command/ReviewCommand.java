package vn.nentang.shell.command;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.ReviewYears;

/** The yearly review and classification. */
@Command(
        name = "review",
        description = "Kiểm điểm, đánh giá, xếp loại hằng năm. / The yearly review.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ReviewCheckCommand.class,
            ReviewRecordCommand.class,
            ReviewOrganizationsCommand.class,
            ReviewReportCommand.class,
            ReviewCommand.Status.class,
            ReviewSummaryCommand.class,
            ReviewStreaksCommand.class,
            ReviewConsequencesCommand.class,
            ReviewWhatIfCommand.class
        })
final class ReviewCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Thiếu lệnh con. / A subcommand is missing.");
    }

    @Command(
            name = "status",
            description = "Còn ai chưa có kết quả. / Who has no result yet.",
            mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ActingOptions data;

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
            try (var app = OpenApplication.over(data)) {
                var top = Organizing.one(
                        app, organization, app.part(ReviewYears.class).lastDayOf(year));
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
}
