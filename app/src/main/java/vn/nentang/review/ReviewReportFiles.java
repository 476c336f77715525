package vn.nentang.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.nentang.paper.OfficialPaper;
import vn.nentang.paper.OfficialPaper.Draft;
import vn.nentang.paper.OfficialPaper.Head;
import vn.nentang.paper.OfficialPaper.Signature;
import vn.nentang.paper.OfficialPaper.Title;
import vn.nentang.paper.PaperFormat;
import vn.nentang.paper.Part;
import vn.nentang.paper.Part.Align;
import vn.nentang.paper.Part.Column;
import vn.nentang.review.ReportTable.Block;
import vn.nentang.review.ReviewReport.GroupCap;
import vn.nentang.review.ReviewReport.Row;
import vn.nentang.rulebook.Label;
import vn.nentang.sheet.SafeText;

/** The yearly summary as files: JSON for machines, a workbook, and a paper. Numbers stay numbers in all of them. */
public final class ReviewReportFiles {

    private static final double NAME_WIDTH = 46;
    private static final double NUMBER_WIDTH = 11;
    private static final double HEADER_HEIGHT = 48;

    /** Three times as wide as a number's column is what all numbers leave to the names. */
    private static final int NAME_SHARE = 3;

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

    /** To be written as a Word file or as PDF. */
    public static OfficialPaper paper(ReviewReport report, PaperFormat format) {
        return new ReviewReportFiles(report).paper(format);
    }

    private Map<String, Object> json() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("form", "6-BTCTW");
        json.put("organization", report.organization().name());
        json.put("organizationId", report.organization().id());
        json.put("year", report.year());
        json.put("asOf", report.asOf());
        json.put("regime", report.regime());
        json.put("instrument", report.source() == null ? null : report.source().instrument());
        json.put("goodMembers", report.goodMembers());
        json.put("goodOrganizations", report.goodOrganizations());
        json.put("caps", report.caps().stream().map(ReviewReportFiles::cap).toList());
        json.put(
                "organizationCaps",
                report.organizationCaps().stream().map(ReviewReportFiles::cap).toList());
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
        json.put("measuredOfBoth", group.terms().ofBoth());
        json.put("exceeded", group.isExceeded());
        json.put("allowed", group.allowed());
        json.put("excess", group.excess());
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

    private OfficialPaper paper(PaperFormat format) {
        var head = new Head(
                "", "", report.organization().name().toUpperCase(Locale.of("vi")), "", word("report.place-and-day"));
        var draft = new Draft(format, report.asOf(), head, new Title("6-BTCTW", List.of(title(), basis()))).lying();
        for (var block : table.blocks()) {
            draft.heading(word("report.subject." + block.subject())).add(table(block));
        }
        return draft.signedLeft(new Signature(word("report.compiler"), "", "", ""))
                .signed(new Signature(word("report.signature"), "", "", ""))
                .paper();
    }

    /** A quarter of the page for the names, the rest shared by the numbers. */
    private Part.Table table(Block block) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(word("report.organization"), block.columns().size(), Align.LEFT));
        block.columns().forEach(code -> columns.add(new Column(heading(code), NAME_SHARE, Align.CENTRE)));
        var rows = table.rows();
        var lines = new ArrayList<Part.Row>();
        rows.forEach(row -> lines.add(paperRow(row, block, lines.size() == rows.size() - 1)));
        return new Part.Table(columns, lines);
    }

    private Part.Row paperRow(Row row, Block block, boolean isTotal) {
        var cells = new ArrayList<String>();
        cells.add(row.organization().name());
        for (var column : block.columns()) {
            var number = block.number(row, column);
            var share = new ReviewReport.Share(number, block.tally().apply(row).classified());
            var percent = block.hasShare(column) && share.percent().isPresent()
                    ? String.format(
                            Locale.of("vi", "VN"), " (%.2f%%)", share.percent().getAsDouble())
                    : "";
            cells.add(number + percent);
        }
        return new Part.Row(cells, isTotal);
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
