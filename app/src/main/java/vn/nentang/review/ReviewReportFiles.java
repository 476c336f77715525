package vn.nentang.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.nentang.review.ReportTable.Block;
import vn.nentang.review.ReviewReport.GroupCap;
import vn.nentang.review.ReviewReport.Row;
import vn.nentang.rulebook.Label;
import vn.nentang.sheet.SafeText;

/** The yearly summary as files: JSON for machines, a workbook, and a paper. Numbers stay numbers in all of them. */
public final class ReviewReportFiles {

    private static final String FONT = "Times New Roman";
    private static final double NAME_WIDTH = 46;
    private static final double NUMBER_WIDTH = 11;
    private static final double HEADER_HEIGHT = 48;

    /** Between the margins of an A4 page on its side, in twentieths of a point. */
    private static final int PAGE_WIDTH = 16_838 - 1_134 - 850;

    private final ReviewReport report;
    private final ReportTable table;
    private final ResourceBundle words = ResourceBundle.getBundle("messages", Locale.of("vi"));
    private final Map<String, Label> labels;

    private ReviewReportFiles(ReviewReport report) {
        this.report = report;
        this.table = new ReportTable(report);
        this.labels = report.labels();
    }

    /** Counts, never percentages; shares as a part and a whole. */
    public static Map<String, Object> json(ReviewReport report) {
        return new ReviewReportFiles(report).json();
    }

    public static byte[] xlsx(ReviewReport report) throws IOException {
        return new ReviewReportFiles(report).workbook();
    }

    public static byte[] docx(ReviewReport report) throws IOException {
        return new ReviewReportFiles(report).paper();
    }

    private Map<String, Object> json() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("form", "6-BTCTW");
        json.put("organization", report.organization().name());
        json.put("organizationId", report.organization().id());
        json.put("year", report.year());
        json.put("asOf", ReviewDesk.lastDayOf(report.year()));
        json.put("regime", report.regime());
        json.put("instrument", report.source() == null ? null : report.source().instrument());
        json.put("goodMembers", report.goodMembers());
        json.put("goodOrganizations", report.goodOrganizations());
        json.put("caps", report.caps().stream().map(ReviewReportFiles::cap).toList());
        json.put("rows", report.rows().stream().map(this::row).toList());
        json.put("total", row(report.total()));
        return withoutNulls(json);
    }

    @SuppressWarnings("NullAway") // Absent parts are left out of the copy.
    private static Map<String, Object> withoutNulls(Map<String, @Nullable Object> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(key, value);
            }
        });
        return copy;
    }

    private static Map<String, Object> cap(GroupCap group) {
        var cap = group.cap();
        var json = new LinkedHashMap<String, Object>();
        json.put("group", group.group().isEmpty() ? "all" : group.group());
        json.put(cap.topCode(), cap.top());
        json.put(cap.baseCode(), cap.base());
        cap.ratio().ifPresent(ratio -> json.put("ratio", ratio));
        cap.ratioOfBoth().ifPresent(ratio -> json.put("ratioOfBoth", ratio));
        json.put("limit", cap.limit().number());
        json.put("raisedByDecision", group.raisedByDecision());
        json.put("exceeded", group.isExceeded());
        json.put("allowed", cap.allowed());
        json.put("excess", cap.excess());
        return json;
    }

    private Map<String, Object> row(Row row) {
        var json = new LinkedHashMap<String, Object>();
        json.put("organization", row.organization().name());
        json.put("organizationId", row.organization().id());
        if (row.own() != null) {
            json.put("level", row.own());
        }
        json.putAll(table.numbers(row));
        return json;
    }

    private byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Nen Tang", "1.0")) {
            for (var block : table.blocks()) {
                sheet(workbook.newWorksheet(word("report.subject." + block.subject())), block);
            }
        }
        return bytes.toByteArray();
    }

    private void sheet(Worksheet sheet, Block block) {
        sheet.value(0, 0, title());
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(1, 0, basis());
        sheet.value(3, 0, word("report.organization"));
        int column = 1;
        for (var code : block.columns()) {
            sheet.value(3, column++, heading(code));
            if (block.hasShare(code)) {
                sheet.value(3, column++, "%");
            }
        }
        sheet.range(3, 0, 3, column - 1)
                .style()
                .bold()
                .wrapText(true)
                .borderStyle("thin")
                .set();
        int line = 4;
        for (var row : table.rows()) {
            line(sheet, line++, row, block);
        }
        sheet.range(4, 0, line - 1, column - 1).style().borderStyle("thin").set();
        sheet.range(line - 1, 0, line - 1, column - 1)
                .style()
                .bold()
                .borderStyle("thin")
                .set();
        sheet.width(0, NAME_WIDTH);
        for (int c = 1; c < column; c++) {
            sheet.width(c, NUMBER_WIDTH);
        }
        sheet.rowHeight(3, HEADER_HEIGHT);
        sheet.freezePane(1, 4);
        forPrinting(sheet);
    }

    /** One page wide, the header above each page. */
    private static void forPrinting(Worksheet sheet) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(3);
    }

    private void line(Worksheet sheet, int line, Row row, Block block) {
        sheet.value(line, 0, SafeText.forCell(row.organization().name()));
        int column = 1;
        for (var code : block.columns()) {
            sheet.value(line, column++, block.number(row, code));
            if (block.hasShare(code)) {
                var share = new ReviewReport.Share(
                        block.number(row, code), block.tally().apply(row).classified());
                var place = column++;
                share.percent().ifPresent(percent -> sheet.value(line, place, percent));
            }
        }
    }

    private byte[] paper() throws IOException {
        try (var document = new XWPFDocument()) {
            landscape(document);
            heading(document);
            text(document, "", false);
            centred(document, title(), 14, true);
            centred(document, basis(), 12, false);
            for (var block : table.blocks()) {
                text(document, "", false);
                text(document, word("report.subject." + block.subject()), true);
                table(document, block);
            }
            text(document, "", false);
            write(document.createParagraph(), word("report.place-and-day"), 12, false, ParagraphAlignment.RIGHT);
            signature(document);
            var bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void landscape(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(16_838));
        size.setH(BigInteger.valueOf(11_906));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(1_134));
        margins.setBottom(BigInteger.valueOf(1_134));
        margins.setLeft(BigInteger.valueOf(1_134));
        margins.setRight(BigInteger.valueOf(850));
    }

    private void heading(XWPFDocument document) {
        var head = document.createTable(1, 2);
        head.removeBorders();
        head.setWidth("100%");
        fill(head.getRow(0), 0, report.organization().name().toUpperCase(Locale.of("vi")), true);
        fill(head.getRow(0), 1, word("report.party"), true);
        underline(head.getRow(0).getCell(1));
    }

    private static void underline(XWPFTableCell cell) {
        cell.getParagraphs().getFirst().getRuns().getFirst().setUnderline(UnderlinePatterns.SINGLE);
    }

    private void signature(XWPFDocument document) {
        var foot = document.createTable(1, 2);
        foot.removeBorders();
        foot.setWidth("100%");
        fill(foot.getRow(0), 0, word("report.compiler"), true);
        fill(foot.getRow(0), 1, word("report.signature"), true);
    }

    private void table(XWPFDocument document, Block block) {
        var columns = block.columns();
        var rows = table.rows();
        var grid = document.createTable(rows.size() + 1, columns.size() + 1);
        grid.setWidth("100%");
        widen(grid, columns.size());
        grid.getRow(0).setRepeatHeader(true);
        fill(grid.getRow(0), 0, word("report.organization"), true);
        for (int c = 0; c < columns.size(); c++) {
            fill(grid.getRow(0), c + 1, heading(columns.get(c)), true);
        }
        for (int r = 0; r < rows.size(); r++) {
            paperRow(grid.getRow(r + 1), rows.get(r), block, r == rows.size() - 1);
        }
    }

    /** A quarter of the page for the names, the rest shared by the numbers. */
    private static void widen(XWPFTable grid, int numbers) {
        var columns = grid.getCTTbl().addNewTblGrid();
        columns.addNewGridCol().setW(BigInteger.valueOf(PAGE_WIDTH / 4));
        for (int c = 0; c < numbers; c++) {
            columns.addNewGridCol().setW(BigInteger.valueOf(PAGE_WIDTH * 3 / 4 / numbers));
        }
        for (var row : grid.getRows()) {
            row.setCantSplitRow(true);
            row.getCell(0).setWidth(String.valueOf(PAGE_WIDTH / 4));
            for (int c = 0; c < numbers; c++) {
                row.getCell(c + 1).setWidth(String.valueOf(PAGE_WIDTH * 3 / 4 / numbers));
            }
        }
    }

    private void paperRow(XWPFTableRow line, Row row, Block block, boolean isTotal) {
        fill(line, 0, row.organization().name(), isTotal);
        line.getCell(0).getParagraphs().getFirst().setAlignment(ParagraphAlignment.LEFT);
        var columns = block.columns();
        for (int c = 0; c < columns.size(); c++) {
            var number = block.number(row, columns.get(c));
            var share = new ReviewReport.Share(number, block.tally().apply(row).classified());
            var percent = block.hasShare(columns.get(c)) && share.percent().isPresent()
                    ? String.format(
                            Locale.of("vi", "VN"), " (%.2f%%)", share.percent().getAsDouble())
                    : "";
            fill(line, c + 1, number + percent, isTotal);
        }
    }

    private static void fill(XWPFTableRow row, int column, String text, boolean bold) {
        write(row.getCell(column).getParagraphs().getFirst(), text, 10, bold, ParagraphAlignment.CENTER);
    }

    private static void centred(XWPFDocument document, String text, int size, boolean bold) {
        write(document.createParagraph(), text, size, bold, ParagraphAlignment.CENTER);
    }

    private static void text(XWPFDocument document, String text, boolean bold) {
        write(document.createParagraph(), text, 12, bold, ParagraphAlignment.LEFT);
    }

    private static void write(
            XWPFParagraph paragraph, String text, int size, boolean bold, ParagraphAlignment alignment) {
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(0);
        var run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
    }

    private String title() {
        return word("report.title")
                .formatted(report.year(), report.organization().name());
    }

    private String basis() {
        var source = report.source() == null ? "–" : inWords(report.source().instrument());
        return word("report.basis").formatted(source, "31/12/" + report.year());
    }

    /** "366-QĐ/TW 2025-08-30" as papers write it. */
    private static String inWords(String instrument) {
        return instrument.replaceFirst(" (\\d{4})-(\\d{2})-(\\d{2})$", " ngày $3/$2/$1");
    }

    private String heading(String column) {
        if (column.startsWith("level.")) {
            var label = labels.get(column.substring("level.".length()));
            return label == null ? column : label.vi();
        }
        return words.containsKey("report." + column) ? word("report." + column) : column;
    }

    private String word(String key) {
        return words.getString(key);
    }
}
