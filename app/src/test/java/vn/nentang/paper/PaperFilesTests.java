package vn.nentang.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.paper.OfficialPaper.Draft;
import vn.nentang.paper.OfficialPaper.Head;
import vn.nentang.paper.OfficialPaper.Signature;
import vn.nentang.paper.OfficialPaper.Title;
import vn.nentang.paper.Part.Align;
import vn.nentang.paper.Part.Box;
import vn.nentang.paper.Part.Boxes;
import vn.nentang.paper.Part.Column;
import vn.nentang.paper.Part.Field;
import vn.nentang.paper.Part.Lines;
import vn.nentang.paper.Part.Row;
import vn.nentang.paper.Part.Table;
import vn.nentang.rulebook.Rulebook;

/** The layout of official papers in both kinds of file. */
final class PaperFilesTests {

    private static final Rulebook RULEBOOK = Rulebook.load();
    private static final LocalDate DAY = LocalDate.of(2026, 12, 20);

    /** Every letter of the alphabet with every tone, both cases. */
    private static final String LETTERS =
            "aàảãáạ ăằẳẵắặ âầẩẫấậ bcdđ eèẻẽéẹ êềểễếệ ghiìỉĩíị klmn oòỏõóọ ôồổỗốộ ơờởỡớợ pqrst uùủũúụ ưừửữứự vxyỳỷỹýỵ "
                    + "AÀẢÃÁẠ ĂẰẲẴẮẶ ÂẦẨẪẤẬ BCDĐ EÈẺẼÉẸ ÊỀỂỄẾỆ GHIÌỈĨÍỊ KLMN OÒỎÕÓỌ ÔỒỔỖỐỘ ƠỜỞỠỚỢ PQRST UÙỦŨÚỤ ƯỪỬỮỨỰ VXYỲỶỸÝỴ";

    private static Draft draft(LocalDate on) {
        return new Draft(
                PaperFormat.on(RULEBOOK.on(on)),
                on,
                new Head(
                        "Mẫu 2B",
                        "ĐẢNG BỘ TRUNG ĐOÀN 5",
                        "CHI BỘ ĐẠI ĐỘI 1",
                        "Số 05-QĐ/ĐU",
                        "Suối Mơ, ngày 20 tháng 12 năm 2026"),
                new Title("QUYẾT ĐỊNH", List.of("xếp loại chất lượng năm 2026")));
    }

    private static OfficialPaper full() {
        return draft(DAY)
                .heading("I. Phần chung")
                .say(LETTERS)
                .add(new Field("Họ và tên", "Lò Thị An"))
                .add(new Field("Đơn vị công tác", ""))
                .add(new Lines(2))
                .add(new Boxes(
                        List.of(new Box("Hoàn thành tốt nhiệm vụ", true), new Box("Hoàn thành nhiệm vụ", false))))
                .add(table(List.of(Row.of("1", "Quàng Văn Bình"))))
                .note("Mẫu tham khảo.")
                .signed(new Signature("T/M ĐẢNG ỦY", "BÍ THƯ", "", "Lò Văn Mẫu"))
                .sentTo("Như Điều 2", "Lưu Văn phòng")
                .paper();
    }

    private static Table table(List<Row> rows) {
        return new Table(List.of(new Column("TT", 1, Align.CENTRE), new Column("Họ và tên", 6, Align.LEFT)), rows);
    }

    private static XWPFDocument word(OfficialPaper paper) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(PaperFiles.docx(paper)));
    }

    private static String words(OfficialPaper paper) throws IOException {
        try (var document = word(paper)) {
            var paragraphs = document.getParagraphs().stream().map(XWPFParagraph::getText);
            var tables = document.getTables().stream().map(table -> table.getText());
            return String.join("\n", Stream.concat(paragraphs, tables).toList());
        }
    }

    private static PDDocument pdf(OfficialPaper paper) throws IOException {
        return Loader.loadPDF(PaperFiles.pdf(paper));
    }

    private static String printed(OfficialPaper paper) throws IOException {
        try (var pdf = pdf(paper)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test // 05-HD/VPTW: A4, 20/20/30/15 mm, Times New Roman 14, first line 10 mm, spacing 19 pt
    void a_word_file_has_the_page_of_the_guidance() throws IOException {
        try (var document = word(full())) {
            var section = document.getDocument().getBody().getSectPr();
            assertThat(section.getPgSz().getW()).hasToString("11906");
            assertThat(section.getPgSz().getH()).hasToString("16838");
            assertThat(section.getPgMar().getTop()).hasToString("1134");
            assertThat(section.getPgMar().getBottom()).hasToString("1134");
            assertThat(section.getPgMar().getLeft()).hasToString("1701");
            assertThat(section.getPgMar().getRight()).hasToString("850");
            var body = document.getParagraphs().stream()
                    .filter(p -> p.getText().equals(LETTERS))
                    .findFirst()
                    .orElseThrow();
            assertThat(body.getIndentationFirstLine()).isEqualTo(567);
            assertThat(body.getSpacingBetween()).isEqualTo(19);
            assertThat(body.getRuns().getFirst().getFontSizeAsDouble()).isEqualTo(14);
            assertThat(body.getRuns().getFirst().getFontFamily()).isEqualTo("Times New Roman");
        }
    }

    @Test
    void a_pdf_has_the_same_page() throws IOException {
        try (var pdf = pdf(full())) {
            var box = pdf.getPage(0).getMediaBox();
            assertThat((double) box.getWidth()).isBetween(595.0, 595.5);
            assertThat((double) box.getHeight()).isBetween(841.5, 842.1);
        }
    }

    @Test
    void both_files_say_the_same_words() throws IOException {
        var printed = oneLine(printed(full()));
        assertThat(List.of(words(full()), printed))
                .allSatisfy(text -> assertThat(oneLine(text))
                        .contains("ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG BỘ TRUNG ĐOÀN 5", "CHI BỘ ĐẠI ĐỘI 1", "Số 05-QĐ/ĐU")
                        .contains("QUYẾT ĐỊNH", "xếp loại chất lượng năm 2026", "-----", "Mẫu 2B")
                        .contains("Họ và tên: Lò Thị An", "Đơn vị công tác: ......", "Quàng Văn Bình")
                        .contains(
                                "T/M ĐẢNG ỦY",
                                "BÍ THƯ",
                                "Lò Văn Mẫu",
                                "Nơi nhận:",
                                "- Như Điều 2,",
                                "- Lưu Văn phòng."));
        assertThat(words(full())).contains(LETTERS);
        assertThat(printed).contains(LETTERS);
    }

    @Test
    void every_typeface_of_a_pdf_is_inside_it() throws IOException {
        try (var pdf = pdf(full())) {
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("LiberationSerif");
                }
            }
        }
    }

    @Test
    void a_pdf_is_tagged_and_says_its_language_for_those_who_hear_it() throws IOException {
        try (var pdf = pdf(full())) {
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("QUYẾT ĐỊNH xếp loại chất lượng năm 2026");
        }
    }

    @Test
    void equal_papers_are_equal_files() throws Exception {
        var docx = PaperFiles.docx(full());
        var pdf = PaperFiles.pdf(full());
        Thread.sleep(2_100); // A zip keeps seconds in pairs.
        assertThat(PaperFiles.docx(full())).isEqualTo(docx);
        assertThat(PaperFiles.pdf(full())).isEqualTo(pdf);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <b>An</b> & "Bình" 'Chi'
            </p><script>alert(1)</script>
            <img src="file:///etc/passwd"/>
            &amp; &lt; &#x41; ]]>
            =HYPERLINK("http://a.example")
            {{spacing}} {width} ${name} <w:p/>
            """)
    void markup_in_a_name_is_printed_as_it_was_written(String name) throws IOException {
        var paper = draft(DAY)
                .say(name)
                .add(new Field("Họ và tên", name))
                .add(table(List.of(Row.of("1", name))))
                .paper();
        assertThat(words(paper)).contains(name);
        assertThat(oneLine(printed(paper))).contains(name);
    }

    @Test
    void signs_that_no_file_may_hold_are_left_out_and_loose_tones_are_joined() throws IOException {
        var paper = draft(DAY)
                .say("A\u0000n\u000b\u202eg Nguye\u0302\u0303n \ud83d")
                .paper();
        assertThat(words(paper)).contains("Ang Nguyễn");
        assertThat(printed(paper)).contains("Ang Nguyễn");
    }

    @Test
    void a_long_table_goes_over_pages_and_repeats_its_head() throws IOException {
        var rows = new ArrayList<Row>();
        for (int i = 1; i <= 60; i++) {
            rows.add(Row.of(String.valueOf(i), "Nguyễn Thị " + "Hoàng ".repeat(8) + i));
        }
        var paper = draft(DAY).add(table(rows)).paper();
        try (var document = word(paper)) {
            var table = document.getTables().getLast();
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRows())
                    .allSatisfy(row -> assertThat(row.isCantSplitRow()).isTrue());
        }
        try (var pdf = pdf(paper)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf)).contains("Họ và tên");
            }
            assertThat(new PDFTextStripper().getText(pdf)).contains("60");
        }
    }

    @Test
    void a_word_longer_than_its_cell_is_broken_and_nothing_is_lost() throws IOException {
        var name = "Nguyễnthịhoànganhkhoaphươnglinhbảongọctrâmđanthùydươngmỹduyên";
        var narrow = new Table(
                List.of(new Column("Họ và tên", 1, Align.LEFT), new Column("Nội dung", 5, Align.LEFT)),
                List.of(Row.of(name, "x")));
        assertThat(printed(draft(DAY).add(narrow).paper()).replaceAll("\\s+", ""))
                .contains(name);
    }

    @Test // 66-QĐ/TW of 2017 and 36-HD/VPTW of 2018 are the first on record
    void a_paper_of_an_earlier_day_takes_the_first_layout_on_record() {
        var early = PaperFormat.on(RULEBOOK.on(LocalDate.of(2013, 12, 20)));
        assertThat(early).isEqualTo(PaperFormat.on(RULEBOOK.on(LocalDate.of(2018, 4, 3))));
        assertThat(early.margins()).isEqualTo(new PaperFormat.Margins(20, 15, 20, 30));
    }

    @Test // 05-HD/VPTW: the heading stands above a rule as long as its words
    void the_heading_has_its_rule() throws IOException {
        try (var document = word(full())) {
            var heading = document.getTables()
                    .getFirst()
                    .getRow(0)
                    .getCell(1)
                    .getParagraphs()
                    .getFirst();
            assertThat(heading.getText()).isEqualTo("ĐẢNG CỘNG SẢN VIỆT NAM");
            assertThat(heading.getCTP().getPPr().getPBdr().isSetBottom()).isTrue();
            assertThat(heading.getIndentationLeft()).isPositive();
        }
    }
}
