package vn.nentang.membership.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nentang.sheet.Limits;
import vn.nentang.sheet.Reading;
import vn.nentang.sheet.SheetReader;

/** What somebody wrote into a roster to run on the machine of whoever opens the answer stays text. */
final class SafeExportTests {

    private static final List<String> COMMANDS = List.of(
            "=1+1",
            "=cmd|'/C calc'!A0",
            "+cmd|'/C calc'!A0",
            "-2+3|x!A1",
            "@SUM(1+1)",
            "=HYPERLINK(\"http://evil.example\")",
            "＝1+1");

    @TempDir
    Path folder;

    @Test
    void no_cell_of_the_workbook_that_goes_back_is_or_looks_like_a_formula() throws IOException {
        var lines = new StringBuilder("STT;Họ và tên*;Giới tính*;Sinh ngày*;Ngày vào Đảng*;Ghi chú\n");
        for (var command : COMMANDS) {
            lines.append("1;\"%s\";Nam;1970;1990;\"%s\"\n".formatted(quoted(command), quoted(command)));
        }
        lines.append("9;Lò Thị An;Nữ;1980;2000;\"\t=1+1\"\n10;Lò Thị Bình;Nữ;1981;2001;\"\r=1+1\"\n");
        var file = Files.writeString(folder.resolve("ds.csv"), lines.toString());
        var reading = (Reading.Read) SheetReader.read(file, Limits.standard());
        var check = (RosterCheck.Importable) RosterIntake.check(reading, RosterFiles.context());
        var back = folder.resolve("back.xlsx");
        try (var out = Files.newOutputStream(back)) {
            ProblemWorkbook.write(reading.workbook(), check, out);
        }

        try (var workbook = new XSSFWorkbook(Files.newInputStream(back))) {
            var cells = 0;
            for (var row : workbook.getSheetAt(0)) {
                for (var cell : row) {
                    assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
                    assertThat(cell.getStringCellValue()).doesNotMatch("(?s)[=+\\-@\\t\\r＝＋－＠].+");
                    cells++;
                }
            }
            assertThat(cells).isGreaterThan(COMMANDS.size());
        }
    }

    private static String quoted(String text) {
        return text.replace("\"", "\"\"");
    }
}
