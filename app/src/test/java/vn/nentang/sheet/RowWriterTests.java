package vn.nentang.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowWriterTests {

    private static final List<String> HEADING = List.of("STT", "Họ và tên", "Ghi chú");

    @TempDir
    Path folder;

    private RowWriter open(String name) throws IOException {
        var out = Files.newOutputStream(folder.resolve(name));
        return name.endsWith(".csv") ? RowWriter.csv(out) : RowWriter.xlsx(out, "Danh sách");
    }

    private Workbook read(String name) throws IOException {
        var reading = SheetReader.read(folder.resolve(name), Limits.standard());
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).workbook();
    }

    @ParameterizedTest
    @ValueSource(strings = {"danh-sach.xlsx", "danh-sach.csv"})
    void what_was_written_is_read_again(String name) throws IOException {
        try (var rows = open(name)) {
            rows.row(HEADING);
            rows.row(List.of("1", "Lường Thị Ánh", "nói \"thật\", làm thật;\nhai dòng"));
            rows.row(List.of("2", "Đặng Đình Ơn", ""));
        }

        var rows = read(name).sheets().getFirst().rows();

        assertThat(rows).extracting(r -> r.textAt(1)).containsExactly("Họ và tên", "Lường Thị Ánh", "Đặng Đình Ơn");
        assertThat(rows.get(1).textAt(2)).isEqualTo("nói \"thật\", làm thật;\nhai dòng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+84 912", "-1+1|x", "@SUM(A1)", "\t=1", "＝1+1"})
    void a_text_that_begins_like_a_formula_stays_a_text(String text) throws IOException {
        for (var name : List.of("mot.xlsx", "mot.csv")) {
            try (var rows = open(name)) {
                rows.row(List.of(text));
            }
            assertThat(read(name).sheets().getFirst().rows().getFirst().textAt(0))
                    .as(name)
                    .startsWith("'");
        }
    }

    @Test
    void a_table_of_text_begins_with_the_mark_that_excel_looks_for() throws IOException {
        try (var rows = open("mot.csv")) {
            rows.row(List.of("Đảng", "viên"));
        }

        assertThat(Files.readString(folder.resolve("mot.csv"), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFĐảng,viên\r\n");
    }

    @Test
    void when_a_sheet_is_full_the_next_begins_with_the_heading() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var rows = new XlsxRows(out, "Danh sách", 3)) {
            rows.row(HEADING);
            for (int i = 1; i <= 5; i++) {
                rows.row(List.of(String.valueOf(i), "Người " + i, ""));
            }
        }
        Files.write(folder.resolve("dai.xlsx"), out.toByteArray());

        var sheets = read("dai.xlsx").sheets();

        assertThat(sheets).extracting(Sheet::name).containsExactly("Danh sách", "Danh sách (2)", "Danh sách (3)");
        assertThat(sheets)
                .allSatisfy(s -> assertThat(s.rows().getFirst().textAt(1)).isEqualTo("Họ và tên"));
        assertThat(sheets.stream().flatMap(s -> s.rows().stream().skip(1)).map(r -> r.textAt(0)))
                .containsExactly("1", "2", "3", "4", "5");
    }
}
