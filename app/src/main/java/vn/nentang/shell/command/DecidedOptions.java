package vn.nentang.shell.command;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nentang.kernel.Paper;

/** What was decided of a year, in which file it stands, and by which paper. */
final class DecidedOptions {

    @Mixin
    private PaperOptions paper;

    @Parameters(paramLabel = "FILE", description = "Bảng kết quả. / The workbook.")
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

    Path file() {
        return file;
    }

    int year() {
        return year;
    }

    @Nullable
    String organization() {
        return organization;
    }

    LocalDate on() {
        return on;
    }

    Paper paper() {
        return paper.paper();
    }
}
