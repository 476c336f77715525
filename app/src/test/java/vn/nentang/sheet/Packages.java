package vn.nentang.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes .xlsx packages part by part, also such as no program would write. */
public final class Packages {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SHEET_NS = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Packages() {}

    /** What writes the inside of a part. */
    @FunctionalInterface
    public interface Content {
        void to(OutputStream out) throws IOException;

        static Content of(String text) {
            return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A workbook of one sheet whose rows are given as XML. */
    public static Path sheet(Path file, String rows) throws IOException {
        return sheet(file, "", Content.of(worksheet(rows)));
    }

    public static String worksheet(String rows) {
        return HEAD + "<worksheet" + SHEET_NS + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    /** A workbook of one sheet; the properties are attributes of workbookPr. */
    public static Path sheet(Path file, String properties, Content worksheet) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "[Content_Types].xml", Content.of(HEAD + "<Types/>"));
            part(
                    zip,
                    "_rels/.rels",
                    Content.of(HEAD + "<Relationships><Relationship Id=\"r1\" Type=\"" + OFFICE
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
            part(
                    zip,
                    "xl/workbook.xml",
                    Content.of(HEAD + "<workbook" + SHEET_NS + " xmlns:r=\"" + OFFICE + "\"><workbookPr " + properties
                            + "/><sheets><sheet name=\"DS\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    Content.of(HEAD + "<Relationships><Relationship Id=\"rId1\" Type=\"" + OFFICE
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
                            + OFFICE + "/styles\" Target=\"styles.xml\"/></Relationships>"));
            part(
                    zip,
                    "xl/styles.xml",
                    Content.of(HEAD + "<styleSheet" + SHEET_NS + "><numFmts><numFmt numFmtId=\"164\""
                            + " formatCode=\"000000000000\"/></numFmts><fonts><font><name val=\"Arial\"/></font><font>"
                            + "<name val=\".VnTimeH\"/></font></fonts><cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf"
                            + " numFmtId=\"14\" fontId=\"0\"/><xf numFmtId=\"164\" fontId=\"0\"/><xf numFmtId=\"9\""
                            + " fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>"));
            part(zip, "xl/worksheets/sheet1.xml", worksheet);
        }
        return file;
    }

    /** A package with one part. */
    public static Path single(Path file, String name, Content content) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, name, content);
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.to(zip);
        zip.closeEntry();
    }
}
