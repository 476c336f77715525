package vn.nentang.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that was read: its sheets in order, each with the rows and cells that hold something.
 *
 * @param text how a text file was written; null for a workbook
 */
public record Workbook(Format format, @Nullable TextForm text, List<Sheet> sheets) {

    /** By content, not by the ending of the name. */
    public enum Format {
        XLSX,
        XLS,
        CSV
    }

    /**
     * How a text file is written.
     *
     * @param encoding name as registered by IANA; {@code TCVN3} and {@code VNI-Windows} for the two old font codings
     * @param lineEnd CRLF, LF or CR
     */
    public record TextForm(String encoding, boolean byteOrderMark, char separator, String lineEnd) {}

    public Workbook {
        sheets = List.copyOf(sheets);
    }
}
