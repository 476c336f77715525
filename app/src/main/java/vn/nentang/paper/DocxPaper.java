package vn.nentang.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import vn.nentang.paper.OfficialPaper.Side;
import vn.nentang.paper.OfficialPaper.Signature;
import vn.nentang.paper.PaperFormat.Element;

/** Lays a paper out as a Word file. */
final class DocxPaper {

    private static final int TWIPS = 20;
    private static final int BEFORE_PARAGRAPH = 4 * TWIPS;
    private static final int GAP = 8;
    private static final int BEFORE_TITLE = 20 * TWIPS;
    private static final int ROOM_TO_SIGN = 62 * TWIPS;
    private static final int IN_CELL = 2 * TWIPS;

    /** What a cell keeps free beside its text, and a little more. */
    private static final double LOOSE = 16;

    /** Where the page number stands, from the edge. */
    private static final int HEADER_MM = 10;

    private final OfficialPaper paper;
    private final PaperFormat format;
    private final Page page;
    private final XWPFDocument document = new XWPFDocument();

    DocxPaper(OfficialPaper paper) {
        this.paper = paper;
        this.format = paper.format();
        this.page = new Page(format, paper.side());
    }

    byte[] bytes() throws IOException {
        try (document) {
            page();
            typeface();
            pageNumbers();
            head();
            title();
            paper.body().forEach(this::part);
            signatures();
            annex();
            properties();
            var bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return dated(bytes.toByteArray());
        }
    }

    // ------------------------------------------------------------------------------------------ the file

    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(twips(page.width()));
        size.setH(twips(page.height()));
        if (paper.side() == Side.LYING) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        var margins = section.addNewPgMar();
        margins.setTop(twips(format.margins().top()));
        margins.setRight(twips(format.margins().right()));
        margins.setBottom(twips(format.margins().bottom()));
        margins.setLeft(twips(format.margins().left()));
        margins.setHeader(twips(HEADER_MM));
        margins.setFooter(twips(HEADER_MM));
        section.addNewTitlePg();
    }

    private static BigInteger twips(double mm) {
        return BigInteger.valueOf(Math.round(mm * Page.POINTS_PER_MM * TWIPS));
    }

    private void typeface() {
        var styles = document.createStyles();
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(format.font());
        fonts.setHAnsi(format.font());
        fonts.setCs(format.font());
        fonts.setEastAsia(format.font());
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage("vi-VN");
    }

    private void pageNumbers() {
        var paragraph = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        var run = new XWPFRun(field.addNewR(), (IRunBody) paragraph);
        run.setFontSize(format.size(Element.BODY));
        run.setText("2");
    }

    private void properties() {
        var core = document.getProperties().getCoreProperties();
        var day =
                Optional.of(Date.from(paper.date().atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setTitle(Page.clean(
                paper.title().type() + " " + String.join(" ", paper.title().extract())));
        core.setCreator("Nền Tảng");
        core.setCreated(day);
        core.setModified(day);
    }

    /** The same file with the paper's day on each part of it. */
    private byte[] dated(byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(file));
                var to = new ZipOutputStream(bytes)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(paper.date().atStartOfDay());
                to.putNextEntry(copy);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    // ------------------------------------------------------------------------------------------ paragraphs

    private XWPFRun run(XWPFParagraph paragraph, String text, int size) {
        var run = paragraph.createRun();
        run.setFontFamily(format.font());
        run.setFontSize(size);
        run.setText(Page.clean(text));
        return run;
    }

    private XWPFRun centred(XWPFParagraph paragraph, String text, int size) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        return run(paragraph, text, size);
    }

    /** A paragraph of the body, with its first line drawn in. */
    private XWPFParagraph line() {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(twips(format.firstLine()).intValue());
        spaced(paragraph);
        return paragraph;
    }

    private void spaced(XWPFParagraph paragraph) {
        paragraph.setSpacingBefore(BEFORE_PARAGRAPH);
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(format.lineSpacing(), LineSpacingRule.EXACT);
    }

    private void part(Part part) {
        switch (part) {
            case Part.Paragraph(var text, var manner) -> paragraph(text, manner);
            case Part.Field(var label, var value) -> field("- " + label + ": ", value);
            case Part.Lines(var number) -> {
                for (int i = 0; i < number; i++) {
                    dots();
                }
            }
            case Part.Boxes(var boxes) -> boxes.forEach(this::box);
            case Part.NewPage _ -> document.createParagraph().setPageBreak(true);
            case Part.Table table -> table(table);
        }
    }

    private void paragraph(String text, Part.Manner manner) {
        var body = format.size(Element.BODY);
        switch (manner) {
            case BODY -> run(line(), text, body);
            case HEADING -> {
                var paragraph = line();
                paragraph.setKeepNext(true);
                run(paragraph, text, body).setBold(true);
            }
            case CENTRED -> {
                var paragraph = document.createParagraph();
                spaced(paragraph);
                paragraph.setKeepNext(true);
                paragraph.setAlignment(ParagraphAlignment.CENTER);
                run(paragraph, text, body).setBold(true);
            }
            case NOTE -> {
                var paragraph = document.createParagraph();
                paragraph.setAlignment(ParagraphAlignment.BOTH);
                paragraph.setSpacingBefore(BEFORE_PARAGRAPH);
                paragraph.setSpacingAfter(0);
                run(paragraph, text, format.size(Element.NOTE)).setItalic(true);
            }
        }
    }

    private void field(String start, String value) {
        var text = start + (value.isEmpty() ? page.dotsAfter(start, page.firstLinePoints()) : value);
        var paragraph = line();
        paragraph.setAlignment(ParagraphAlignment.LEFT);
        run(paragraph, text, format.size(Element.BODY));
    }

    private void dots() {
        var paragraph = document.createParagraph();
        spaced(paragraph);
        run(paragraph, page.dots(page.textWidthPoints()), format.size(Element.BODY));
    }

    /** A frame around a sign, so that the box needs no letter that a typeface might lack. */
    private void box(Part.Box box) {
        var paragraph = line();
        paragraph.setAlignment(ParagraphAlignment.LEFT);
        var frame = run(paragraph, box.isTicked() ? "\u00a0x\u00a0" : "\u00a0\u00a0\u00a0", format.size(Element.NOTE));
        var border = frame.getCTR().getRPr().addNewBdr();
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(6));
        border.setSpace(BigInteger.ZERO);
        run(paragraph, "  " + box.label(), format.size(Element.BODY));
    }

    // ------------------------------------------------------------------------------------------ head and foot

    private void head() {
        var head = paper.head();
        if (!head.form().isEmpty()) {
            var paragraph = document.createParagraph();
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
            paragraph.setSpacingAfter(0);
            run(paragraph, head.form(), format.size(Element.NOTE)).setBold(true);
        }
        var cells = twoColumns(Page.LEFT_SHARE).getTableCells();
        var left = cells.getFirst();
        if (!head.above().isEmpty()) {
            centred(next(left), head.above(), format.size(Element.ABOVE));
        }
        centred(next(left), head.issuer(), format.size(Element.ISSUER)).setBold(true);
        centred(next(left), "*", format.size(Element.ABOVE));
        if (!head.number().isEmpty()) {
            centred(next(left), head.number(), format.size(Element.NUMBER));
        }
        var right = cells.get(1);
        var heading = next(right);
        centred(heading, format.heading(), format.size(Element.HEADING)).setBold(true);
        rule(heading, page.textWidthPoints() * (100 - Page.LEFT_SHARE) / 100);
        var date = next(right);
        centred(date, head.placeAndDate(), format.size(Element.DATE)).setItalic(true);
        date.setSpacingBefore(8 * TWIPS);
    }

    /** A line below the words, as long as they are. */
    private void rule(XWPFParagraph paragraph, double columnWidth) {
        var beside = Math.max(0, (int) ((columnWidth - page.ruleWidth() - LOOSE) / 2 * TWIPS));
        paragraph.setIndentationLeft(beside);
        paragraph.setIndentationRight(beside);
        var border = paragraph.getCTP().getPPr().addNewPBdr().addNewBottom();
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(6));
        border.setSpace(BigInteger.ONE);
    }

    private void title() {
        var type = document.createParagraph();
        centred(type, paper.title().type(), format.size(Element.TYPE)).setBold(true);
        type.setSpacingBefore(BEFORE_TITLE);
        paper.title()
                .extract()
                .forEach(line -> centred(document.createParagraph(), line, format.size(Element.EXTRACT))
                        .setBold(true));
        centred(document.createParagraph(), "-----", format.size(Element.BODY));
    }

    private void signatures() {
        if (paper.left() == null && paper.right() == null) {
            return;
        }
        keepWithSignatures();
        gap();
        var cells = twoColumns(50).getTableCells();
        sign(cells.getFirst(), paper.left());
        recipients(cells.getFirst());
        sign(cells.get(1), paper.right());
    }

    /** Keeps tables apart from what stands above them. */
    private void gap() {
        var gap = document.createParagraph();
        gap.setSpacingAfter(0);
        gap.setKeepNext(true);
        run(gap, "", GAP);
        gap.setSpacingBetween(GAP, LineSpacingRule.EXACT);
    }

    /** Nobody signs on a page that holds nothing else. */
    private void keepWithSignatures() {
        var paragraphs = document.getParagraphs();
        paragraphs.getLast().setKeepNext(true);
    }

    private void annex() {
        if (!paper.annex().isEmpty()) {
            part(new Part.NewPage());
            paper.annex().forEach(this::part);
        }
    }

    private void sign(XWPFTableCell cell, @Nullable Signature signature) {
        if (signature == null) {
            return;
        }
        var body = format.size(Element.BODY);
        centred(next(cell), signature.capacity(), body).setBold(true);
        if (!signature.post().isEmpty()) {
            centred(next(cell), signature.post(), body);
        }
        if (!signature.note().isEmpty()) {
            centred(next(cell), signature.note(), format.size(Element.NOTE)).setItalic(true);
        }
        var signer = next(cell);
        centred(signer, signature.name(), body).setBold(true);
        signer.setSpacingBefore(ROOM_TO_SIGN);
    }

    private void recipients(XWPFTableCell cell) {
        if (paper.recipients().isEmpty()) {
            return;
        }
        var to = next(cell);
        to.setSpacingAfter(0);
        run(to, "Nơi nhận:", format.size(Element.BODY)).setUnderline(UnderlinePatterns.SINGLE);
        var last = paper.recipients().size() - 1;
        for (int i = 0; i <= last; i++) {
            var each = next(cell);
            each.setSpacingAfter(0);
            run(each, "- " + paper.recipients().get(i) + (i == last ? "." : ","), format.size(Element.NOTE));
        }
    }

    // ------------------------------------------------------------------------------------------ tables

    /** @param share of the width that the first column takes, of a hundred */
    private XWPFTableRow twoColumns(int share) {
        var table = document.createTable(1, 2);
        table.removeBorders();
        widths(table, List.of(share, 100 - share));
        var row = table.getRow(0);
        row.setCantSplitRow(true);
        return row;
    }

    /** The empty paragraph a cell begins with, or else a new one. */
    private static XWPFParagraph next(XWPFTableCell cell) {
        var first = cell.getParagraphs().getFirst();
        return first.getRuns().isEmpty() ? first : cell.addParagraph();
    }

    private void table(Part.Table part) {
        var columns = part.columns();
        gap();
        var table = document.createTable(part.rows().size() + 1, columns.size());
        table.setTableAlignment(TableRowAlign.CENTER);
        widths(table, columns.stream().map(Part.Column::weight).toList());
        var head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        var size = part.size();
        for (int c = 0; c < columns.size(); c++) {
            var cell = head.getCell(c);
            cell.setVerticalAlignment(XWPFVertAlign.CENTER);
            var paragraph = next(cell);
            centred(paragraph, columns.get(c).head(), size).setBold(true);
            airy(paragraph);
        }
        for (int r = 0; r < part.rows().size(); r++) {
            row(table.getRow(r + 1), part.rows().get(r), part);
        }
    }

    private void row(XWPFTableRow line, Part.Row row, Part.Table table) {
        line.setCantSplitRow(true);
        for (int c = 0; c < row.cells().size(); c++) {
            var paragraph = next(line.getCell(c));
            centred(paragraph, row.cells().get(c), table.size()).setBold(row.isBold());
            airy(paragraph);
            switch (table.columns().get(c).align()) {
                case LEFT -> paragraph.setAlignment(ParagraphAlignment.LEFT);
                case CENTRE -> paragraph.setAlignment(ParagraphAlignment.CENTER);
            }
        }
    }

    private static void airy(XWPFParagraph paragraph) {
        paragraph.setSpacingBefore(IN_CELL);
        paragraph.setSpacingAfter(IN_CELL);
    }

    private void widths(XWPFTable table, List<Integer> weights) {
        var all = weights.stream().mapToInt(Integer::intValue).sum();
        var width = twips(page.textWidth()).intValue();
        table.setWidth(width);
        var properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
                .setType(STTblLayoutType.FIXED);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (var weight : weights) {
            grid.addNewGridCol().setW(BigInteger.valueOf((long) width * weight / all));
        }
        for (var row : table.getRows()) {
            for (int c = 0; c < weights.size(); c++) {
                row.getCell(c).setWidth(String.valueOf(width * weights.get(c) / all));
            }
        }
    }
}
