package vn.nentang.committee;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** The counting minutes as a Word file an office can print, sign and keep. */
public final class ElectionMinutesFile {

    private static final String FONT = "Times New Roman";
    private static final int TEXT = 14;
    private static final int SMALL = 12;
    private static final int TWIPS_IN_TEN_MM = 567;
    private static final long A4_WIDTH = 11_906;
    private static final long A4_HEIGHT = 16_838;

    private ElectionMinutesFile() {}

    public static byte[] docx(ElectionMinutes minutes) throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            page(document, minutes.margins());
            head(document, minutes);
            centred(document, minutes.title(), TEXT + 1, true);
            centred(document, minutes.subtitle(), TEXT, true);
            minutes.before().forEach(line -> body(document, line));
            table(document, minutes.rows());
            minutes.after().forEach(line -> body(document, line));
            signatures(document, minutes);
            document.write(out);
            return out.toByteArray();
        }
    }

    private static void page(XWPFDocument document, List<Integer> margins) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
        if (margins.size() == 4) {
            var margin = section.addNewPgMar();
            margin.setTop(twips(margins.get(0)));
            margin.setRight(twips(margins.get(1)));
            margin.setBottom(twips(margins.get(2)));
            margin.setLeft(twips(margins.get(3)));
        }
    }

    private static BigInteger twips(int mm) {
        return BigInteger.valueOf((long) mm * TWIPS_IN_TEN_MM / 10);
    }

    private static void head(XWPFDocument document, ElectionMinutes minutes) {
        var table = twoColumns(document);
        var left = table.getRow(0).getCell(0);
        if (!minutes.above().isEmpty()) {
            write(left.getParagraphs().getFirst(), minutes.above(), SMALL, false);
            write(left.addParagraph(), minutes.issuer(), SMALL, true);
        } else {
            write(left.getParagraphs().getFirst(), minutes.issuer(), SMALL, true);
        }
        write(left.addParagraph(), "*", SMALL, false);
        var right = table.getRow(0).getCell(1);
        write(right.getParagraphs().getFirst(), minutes.heading(), SMALL + 1, true)
                .getRuns()
                .getFirst()
                .setUnderline(UnderlinePatterns.SINGLE);
        write(right.addParagraph(), minutes.placeAndDate(), SMALL, false)
                .getRuns()
                .getFirst()
                .setItalic(true);
        document.createParagraph();
    }

    private static XWPFTable twoColumns(XWPFDocument document) {
        var table = document.createTable(1, 2);
        table.setWidth("100%");
        table.removeBorders();
        return table;
    }

    private static XWPFParagraph write(XWPFParagraph paragraph, String text, int size, boolean bold) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(0);
        run(paragraph, text, size, bold);
        return paragraph;
    }

    private static void run(XWPFParagraph paragraph, String text, int size, boolean bold) {
        var run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
    }

    private static void centred(XWPFDocument document, String text, int size, boolean bold) {
        write(document.createParagraph(), text, size, bold);
    }

    private static void body(XWPFDocument document, String text) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setSpacingBefore(TEXT * 8);
        run(paragraph, text, TEXT, false);
    }

    private static void table(XWPFDocument document, List<ElectionMinutes.Row> rows) {
        var table = document.createTable(1, ElectionMinutes.COLUMNS.size());
        table.setWidth("100%");
        fill(table.getRow(0).getTableCells(), true, ElectionMinutes.COLUMNS.toArray(String[]::new));
        for (var row : rows) {
            fill(
                    table.createRow().getTableCells(),
                    false,
                    String.valueOf(row.number()),
                    row.name(),
                    String.valueOf(row.agree()),
                    String.valueOf(row.disagree()),
                    String.valueOf(row.voided()),
                    row.share(),
                    row.result());
        }
    }

    private static void fill(List<XWPFTableCell> cells, boolean bold, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            var paragraph = cells.get(i).getParagraphs().getFirst();
            write(paragraph, texts[i], SMALL, bold);
            paragraph.setAlignment(i == 1 ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
        }
    }

    private static void signatures(XWPFDocument document, ElectionMinutes minutes) {
        document.createParagraph();
        var table = twoColumns(document);
        sign(table.getRow(0).getCell(0), minutes.chairTitle(), minutes.chair());
        sign(table.getRow(0).getCell(1), minutes.boardTitle(), minutes.boardHead());
    }

    private static void sign(XWPFTableCell cell, String title, String name) {
        write(cell.getParagraphs().getFirst(), title, TEXT, true);
        write(cell.addParagraph(), ElectionMinutes.SIGN_HERE, SMALL, false)
                .getRuns()
                .getFirst()
                .setItalic(true);
        for (int i = 0; i < 3; i++) {
            cell.addParagraph();
        }
        write(cell.addParagraph(), name, TEXT, true);
    }
}
