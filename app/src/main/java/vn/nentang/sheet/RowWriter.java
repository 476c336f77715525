package vn.nentang.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes rows of text as a file that spreadsheet programs open, and keeps none of them: memory does not grow with the file.
 * Every text stays a text, whatever it begins with. The first row is the heading.
 */
public sealed interface RowWriter extends AutoCloseable permits CsvRows, XlsxRows {

    void row(List<String> texts) throws IOException;

    /** Writes what is still missing; closes what it writes to. */
    @Override
    void close() throws IOException;

    /** Delimited by commas, in UTF-8 with the mark by which Excel knows it. */
    static RowWriter csv(OutputStream out) throws IOException {
        return new CsvRows(out);
    }

    /** A workbook; when a sheet is full the next one begins with the same heading. */
    static RowWriter xlsx(OutputStream out, String sheetName) {
        return new XlsxRows(out, sheetName, XlsxRows.ROWS_OF_A_SHEET_MAX);
    }
}
