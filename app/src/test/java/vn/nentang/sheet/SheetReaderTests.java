package vn.nentang.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a cell comes out as a person sees it, whatever program wrote the file. */
final class SheetReaderTests {

    @TempDir
    Path folder;

    @Test
    void dates_are_days_in_either_calendar_of_the_program() throws IOException {
        var row = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>29458</v></c><c r=\"C1\"><v>29458</v></c></row>";
        var from1900 = only(Packages.sheet(folder.resolve("a.xlsx"), row));
        assertThat(cell(from1900, 0, 0).date()).isEqualTo(LocalDate.of(1980, 8, 25));
        assertThat(cell(from1900, 0, 2).kind()).isEqualTo(Cell.Kind.NUMBER);
        assertThat(cell(from1900, 0, 2).text()).isEqualTo("29458");

        var from1904 = only(Packages.sheet(
                folder.resolve("b.xlsx"), "date1904=\"1\"", Packages.Content.of(Packages.worksheet(row))));
        assertThat(cell(from1904, 0, 0).date()).isEqualTo(LocalDate.of(1984, 8, 26));
    }

    @Test
    void numbers_are_shown_without_exponent_and_with_the_zeros_and_percents_of_their_format() throws IOException {
        var sheet = only(Packages.sheet(
                folder.resolve("n.xlsx"),
                "<row><c><v>1.2085508372E10</v></c><c s=\"2\"><v>12085508372</v></c><c s=\"3\"><v>0.95</v></c>"
                        + "<c><v>26.400000000000002</v></c></row>"));
        assertThat(texts(sheet, 0)).containsExactly("12085508372", "012085508372", "95%", "26.4");
    }

    @Test
    void formulas_keep_their_stored_result_and_say_when_there_is_none() throws IOException {
        var sheet = only(Packages.sheet(
                folder.resolve("f.xlsx"),
                "<row><c t=\"str\"><f>HYPERLINK(\"x\",\"Tâm\")</f><v>Tâm</v></c><c><f>A1+1</f><v></v></c>"
                        + "<c t=\"e\"><f>NA()</f><v>#N/A</v></c><c t=\"str\"><f>IF(1,\"\")</f><v></v></c></row>"));
        assertThat(cell(sheet, 0, 0).text()).isEqualTo("Tâm");
        assertThat(cell(sheet, 0, 0).given()).isEqualTo("=HYPERLINK(\"x\",\"Tâm\")");
        assertThat(cell(sheet, 0, 1).kind()).isEqualTo(Cell.Kind.NO_VALUE);
        assertThat(cell(sheet, 0, 2).kind()).isEqualTo(Cell.Kind.ERROR);
        assertThat(sheet.rows().getFirst().cells()).hasSize(3);
    }

    @Test
    void rows_and_cells_without_numbers_count_on() throws IOException {
        var sheet = only(Packages.sheet(
                folder.resolve("c.xlsx"),
                "<row><c><v>1</v></c></row><row r=\"5\" hidden=\"1\"><c r=\"C5\"><v>2</v></c><c><v>3</v></c></row>"
                        + "<row><c><v>4</v></c></row>"));
        assertThat(sheet.rows()).extracting(Row::number).containsExactly(1, 5, 6);
        assertThat(sheet.rows().get(1).hidden()).isTrue();
        assertThat(sheet.rows().get(1).cells()).extracting(Cell::letter).containsExactly("C", "D");
    }

    @Test
    void font_of_capitals_shows_capitals() throws IOException {
        var sheet = only(Packages.sheet(
                folder.resolve("h.xlsx"), "<row><c s=\"4\" t=\"inlineStr\"><is><t>NguyÔn thÞ ¸nh</t></is></c></row>"));
        assertThat(cell(sheet, 0, 0).text()).isEqualTo("NGUYỄN THỊ ÁNH");
        assertThat(cell(sheet, 0, 0).given()).isEqualTo("NguyÔn thÞ ¸nh");
    }

    @Test
    void old_coding_is_found_without_its_font_only_where_unicode_makes_no_sense() throws IOException {
        var sheet = only(
                Packages.sheet(
                        folder.resolve("l.xlsx"),
                        "<row><c t=\"inlineStr\"><is><t>NguyÔn V¨n Léc</t></is></c><c t=\"inlineStr\"><is><t>Léc</t></is></c></row>"
                                + "<row><c t=\"inlineStr\"><is><t>Nguyễn Văn Lộc</t></is></c><c t=\"inlineStr\"><is><t>Hoà Bình, 5 m² (×2)</t></is></c></row>"));
        assertThat(texts(sheet, 0)).containsExactly("Nguyễn Văn Lộc", "Lộc");
        assertThat(texts(sheet, 1)).containsExactly("Nguyễn Văn Lộc", "Hoà Bình, 5 m² (×2)");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1258"})
    void text_is_read_in_the_coding_it_was_written_in(String coding) throws IOException {
        var text = "STT;Họ và tên;Ghi chú\r\n1;Nguyễn Thị Hường;Ở với con\r\n2;Lò Văn Ỏn;Già yếu, ốm\r\n";
        var file = Files.write(folder.resolve("t.csv"), encoded(text, coding));
        var workbook = read(file);
        assertThat(workbook.text())
                .isNotNull()
                .extracting(Workbook.TextForm::encoding)
                .isEqualTo(coding);
        assertThat(texts(workbook.sheets().getFirst(), 1)).containsExactly("1", "Nguyễn Thị Hường", "Ở với con");
    }

    @ParameterizedTest
    @CsvSource({
        "TCVN3, 'NguyÔn ThÞ H­êng', 'Së t­ ph¸p', Nguyễn Thị Hường, Sở tư pháp",
        "VNI-Windows, 'Nguyeãn Thò Höôøng', 'Sôû tö phaùp', Nguyễn Thị Hường, Sở tư pháp"
    })
    void text_in_an_old_font_coding_is_recognised(String coding, String name, String note, String name2, String note2)
            throws IOException {
        var text = "STT\tName\tNote\n" + "1\t%s\t%s\n".formatted(name, note).repeat(5);
        var workbook = read(Files.write(folder.resolve("o.csv"), text.getBytes(Charset.forName("windows-1252"))));
        assertThat(workbook.text())
                .isNotNull()
                .extracting(Workbook.TextForm::encoding)
                .isEqualTo(coding);
        assertThat(texts(workbook.sheets().getFirst(), 1)).containsExactly("1", name2, note2);
        assertThat(cell(workbook.sheets().getFirst(), 1, 1).given()).isEqualTo(name);
    }

    @Test
    void records_count_on_over_line_breaks_in_quotes_and_blank_lines() throws IOException {
        var text = "a,b\r\n\r\n\"x\r\ny\",\"say \"\"yes\"\"\"\r\nc,=\"012\"\r\n";
        var sheet = only(Files.writeString(folder.resolve("q.csv"), text));
        assertThat(sheet.rows()).extracting(Row::number).containsExactly(1, 3, 4);
        assertThat(texts(sheet, 1)).containsExactly("x\r\ny", "say \"yes\"");
        assertThat(texts(sheet, 2)).containsExactly("c", "012");
    }

    @ParameterizedTest
    @CsvSource({
        "'=1+1', true",
        "'@SUM(A1)', true",
        "'+cmd|'' /C calc''!A0', true",
        "'-2+3+cmd|x', true",
        "'- Ốm', false",
        "'+84 912 345 678', false",
        "'-', false",
        "'Nguyễn', false",
        "'=====', false"
    })
    void text_that_begins_like_a_formula_is_told_apart(String text, boolean isFormula) {
        assertThat(SafeText.looksLikeFormula(text)).isEqualTo(isFormula);
    }

    @Test
    void text_written_out_can_never_run() {
        assertThat(List.of("=A1", "+A1", "-A1", "@A1", "\t=A1", "\r=A1", "＝A1"))
                .allSatisfy(text -> assertThat(SafeText.forCell(text)).startsWith("'"));
        assertThat(SafeText.forCell("Nguyễn = An")).isEqualTo("Nguyễn = An");
        assertThat(SafeText.forCell("a\u0000b\u0007")).isEqualTo("ab");
    }

    private static byte[] encoded(String text, String coding) {
        if (!coding.equals("windows-1258")) {
            return text.getBytes(Charset.forName(coding));
        }
        // Windows keeps the letter with its shape mark as one, and the tone behind it.
        var bytes = new java.io.ByteArrayOutputStream();
        var parts = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("([aeoAEO])([\u0300\u0301\u0303\u0309\u0323]?)([\u0302\u0306\u031B])", "$1$3$2")
                .replaceAll("([aeoAEO])\u0323([\u0302\u0306])", "$1$2\u0323");
        for (var i = 0; i < parts.length(); i++) {
            var two =
                    i + 1 < parts.length() ? Normalizer.normalize(parts.substring(i, i + 2), Normalizer.Form.NFC) : "";
            var isShape = two.length() == 1 && "\u0302\u0306\u031B".indexOf(parts.charAt(i + 1)) >= 0;
            bytes.writeBytes((isShape ? two : parts.substring(i, i + 1)).getBytes(Charset.forName(coding)));
            i += isShape ? 1 : 0;
        }
        return bytes.toByteArray();
    }

    private static Workbook read(Path file) throws IOException {
        return switch (SheetReader.read(file, Limits.standard())) {
            case Reading.Read(var workbook) -> workbook;
            case Reading.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    private static Sheet only(Path file) throws IOException {
        return read(file).sheets().getFirst();
    }

    private static Cell cell(Sheet sheet, int row, int column) {
        var cell = sheet.rows().get(row).at(column);
        assertThat(cell).isNotNull();
        return java.util.Objects.requireNonNull(cell);
    }

    private static List<String> texts(Sheet sheet, int row) {
        return sheet.rows().get(row).cells().stream().map(Cell::text).toList();
    }
}
