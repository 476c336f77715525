package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nentang.review.workbook.ReviewSheetJson;
import vn.nentang.review.workbook.ReviewWorkbookCheck;

/** Says what the regulation of a year allows for each member of a workbook, and why; records nothing. */
@Command(
        name = "check",
        description = "Xếp loại một bảng tổng hợp, không ghi. / Classifies a workbook, records nothing.",
        mixinStandardHelpOptions = true)
final class ReviewCheckCommand implements Callable<Integer> {

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
        var outcome = ReviewWorkbookCheck.check(file, year, DataOptions.usualRules());
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
            case ReviewWorkbookCheck.Outcome.Checked(var result) -> new ReviewText(result, out).print();
        }
    }
}
