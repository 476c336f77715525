package vn.nentang.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Sheets of text cells, sent off some hundred rows at a time; no table of shared texts, which would hold every name. */
final class XlsxRows implements RowWriter {

    /** A program takes 1,048,576. */
    static final int ROWS_OF_A_SHEET_MAX = 1_000_000;

    private static final String APPLICATION = "NenTang";
    private static final String HEADING_COLOUR = "D9E2F3";
    private static final int FLUSH_ROWS = 500;
    private static final int CELL_CHARS_MAX = 32_000;
    private static final int NARROWEST = 8;
    private static final int WIDEST = 34;

    private final Workbook workbook;
    private final String name;
    private final int rowsMax;
    private @Nullable Worksheet sheet;
    private @Nullable List<String> heading;
    private int sheets;
    private int next;

    XlsxRows(OutputStream out, String name, int rowsMax) {
        this.workbook = new Workbook(out, APPLICATION, null);
        this.name = name;
        this.rowsMax = rowsMax;
    }

    @Override
    public void row(List<String> texts) throws IOException {
        if (heading == null) {
            heading = List.copyOf(texts);
            begin(heading);
            return;
        }
        if (next == rowsMax) {
            begin(heading);
        }
        write(current(), texts);
    }

    private Worksheet current() {
        if (sheet == null) {
            throw new IllegalStateException("A sheet begins with its heading.");
        }
        return sheet;
    }

    private void begin(List<String> titles) throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        var begun = workbook.newWorksheet(++sheets == 1 ? name : "%s (%d)".formatted(name, sheets));
        sheet = begun;
        next = 0;
        for (int i = 0; i < titles.size(); i++) {
            begun.width(i, Math.clamp(2L * titles.get(i).length(), NARROWEST, WIDEST));
        }
        begun.freezePane(0, 1);
        begun.range(0, 0, 0, titles.size() - 1)
                .style()
                .bold()
                .fillColor(HEADING_COLOUR)
                .set();
        write(begun, titles);
    }

    private void write(Worksheet into, List<String> texts) throws IOException {
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                into.inlineString(next, i, shown(texts.get(i)));
            }
        }
        if (++next % FLUSH_ROWS == 0) {
            into.flush();
        }
    }

    private static String shown(String text) {
        var safe = SafeText.forCell(text);
        return safe.length() <= CELL_CHARS_MAX ? safe : safe.substring(0, CELL_CHARS_MAX);
    }

    @Override
    public void close() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        workbook.close();
    }
}
