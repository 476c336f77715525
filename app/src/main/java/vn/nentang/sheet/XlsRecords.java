package vn.nentang.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.model.HSSFFormulaParser;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.ss.formula.WorkbookDependentFormula;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Takes the records of a BIFF8 stream in their order and builds the sheets from them. */
final class XlsRecords implements HSSFListener {

    /** Carries a reached bound through the library, which knows no checked exceptions. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient IOException reason;

        Stopped(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }

    /** What one cell record told; kept until its row is complete. */
    private interface Fill {
        void into(SheetBuilder builder) throws IOException;
    }

    private final Budget budget;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final List<FontRecord> fonts = new ArrayList<>();
    private final List<ExtendedFormatRecord> looks = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Integer, NumberFormat.Code> formats = new HashMap<>();
    private boolean from1904;
    private @Nullable SSTRecord texts;

    private int nesting;
    private int streams;
    private boolean isWorksheet;
    private @Nullable FormulaRecord pending;
    private TreeMap<Integer, List<Fill>> rows = new TreeMap<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final List<Sheet.Area> merges = new ArrayList<>();

    XlsRecords(Budget budget) {
        this.budget = budget;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    @Override
    public void processRecord(Record record) {
        try {
            budget.spendBytes(4);
            if (!isStructure(record) && !isGlobal(record)) {
                cell(record);
            }
        } catch (IOException e) {
            throw new Stopped(e);
        }
    }

    private boolean isStructure(Record record) throws IOException {
        switch (record) {
            case BOFRecord start -> startStream(start);
            case EOFRecord _ -> endStream();
            case RowRecord row -> {
                if (row.getZeroHeight()) {
                    hiddenRows.add(row.getRowNumber());
                }
            }
            case MergeCellsRecord merged -> merge(merged);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean isGlobal(Record record) {
        switch (record) {
            case BoundSheetRecord sheet -> bound.add(sheet);
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            case FontRecord font -> fonts.add(font);
            case ExtendedFormatRecord look -> looks.add(look);
            case FormatRecord format -> codes.put(format.getIndexCode(), format.getFormatString());
            case SSTRecord shared -> texts = shared;
            default -> {
                return false;
            }
        }
        return true;
    }

    private void startStream(BOFRecord start) {
        nesting++;
        if (nesting > 1) {
            return; // A chart inside a sheet.
        }
        isWorksheet = start.getType() == BOFRecord.TYPE_WORKSHEET;
        rows = new TreeMap<>();
        hiddenRows.clear();
        merges.clear();
    }

    private void endStream() throws IOException {
        nesting--;
        if (nesting > 0) {
            return;
        }
        if (streams > 0 && isWorksheet) {
            finishSheet(streams - 1);
        }
        streams++;
    }

    private void finishSheet(int index) throws IOException {
        var builder = new SheetBuilder(budget);
        for (var row : rows.entrySet()) {
            builder.startRow(row.getKey() + 1, hiddenRows.contains(row.getKey()));
            for (var fill : row.getValue()) {
                fill.into(builder);
            }
            builder.endRow();
        }
        for (var area : merges) {
            builder.merge(area);
        }
        var ordered = BoundSheetRecord.orderByBofPosition(bound);
        var listed = index < ordered.length ? ordered[index] : null;
        var isHidden = listed != null && (listed.isHidden() || listed.isVeryHidden());
        sheets.add(builder.build(listed == null ? "Sheet" + (index + 1) : listed.getSheetname(), isHidden));
    }

    private void merge(MergeCellsRecord merged) {
        for (var i = 0; i < merged.getNumAreas() && nesting == 1; i++) {
            var area = merged.getAreaAt(i);
            merges.add(new Sheet.Area(
                    area.getFirstRow() + 1, area.getFirstColumn(), area.getLastRow() + 1, area.getLastColumn()));
        }
    }

    private void cell(Record record) throws IOException {
        if (nesting != 1 || !isWorksheet) {
            return;
        }
        switch (record) {
            case LabelSSTRecord label -> label(label);
            case LabelRecord label -> text(label, label.getValue(), font(label), null);
            case NumberRecord number -> number(number, number.getValue(), null);
            case RKRecord number -> number(number, number.getRKNumber(), null);
            case BoolErrRecord other -> boolOrError(other);
            case FormulaRecord formula -> formula(formula);
            case StringRecord result -> result(result);
            default -> {}
        }
    }

    private void label(LabelSSTRecord label) throws IOException {
        if (texts == null || label.getSSTIndex() < 0 || label.getSSTIndex() >= texts.getNumUniqueStrings()) {
            throw new BrokenFile("Một ô trỏ tới chữ không có trong tệp.", "A cell points to a text that is missing.");
        }
        var text = texts.getString(label.getSSTIndex());
        text(label, text.getString(), font(label, text), null);
    }

    private void boolOrError(BoolErrRecord other) {
        var column = (int) other.getColumn();
        if (other.isBoolean()) {
            keep(other, b -> b.other(column, Cell.Kind.BOOLEAN, other.getBooleanValue() ? "TRUE" : "FALSE", null));
        } else if (FormulaError.isValidCode(other.getErrorValue())) {
            var error = FormulaError.forInt(other.getErrorValue()).getString();
            keep(other, b -> b.other(column, Cell.Kind.ERROR, error, null));
        }
    }

    private void formula(FormulaRecord formula) {
        var text = "=" + written(formula.getParsedExpression());
        var column = (int) formula.getColumn();
        if (formula.hasCachedResultString()) {
            pending = formula;
            return;
        }
        switch (formula.getCachedResultTypeEnum()) {
            case CellType.BOOLEAN ->
                keep(
                        formula,
                        b -> b.other(
                                column, Cell.Kind.BOOLEAN, formula.getCachedBooleanValue() ? "TRUE" : "FALSE", text));
            case CellType.ERROR -> {
                var error = FormulaError.forInt(formula.getCachedErrorValue()).getString();
                keep(formula, b -> b.other(column, Cell.Kind.ERROR, error, text));
            }
            case CellType.NUMERIC -> number(formula, formula.getValue(), text);
            default -> {} // An empty text as result: the cell shows nothing.
        }
    }

    private void result(StringRecord result) {
        if (pending != null) {
            text(pending, result.getString(), font(pending), "=" + written(pending.getParsedExpression()));
            pending = null;
        }
    }

    /** The formula as text, as far as it can be written without the whole workbook. */
    private static String written(Ptg[] parts) {
        for (var part : parts) {
            if (part instanceof WorkbookDependentFormula) {
                return "…";
            }
        }
        return HSSFFormulaParser.toFormulaString(null, parts);
    }

    private void text(CellValueRecordInterface cell, String text, @Nullable String font, @Nullable String formula) {
        keep(cell, b -> b.text(cell.getColumn(), text, font, formula));
    }

    private void number(CellValueRecordInterface cell, double value, @Nullable String formula) {
        var code = format(cell.getXFIndex());
        keep(cell, b -> b.number(cell.getColumn(), value, code, from1904, formula));
    }

    private void keep(CellValueRecordInterface cell, Fill fill) {
        rows.computeIfAbsent(cell.getRow(), _ -> new ArrayList<>()).add(fill);
    }

    private NumberFormat.Code format(int look) {
        return formats.computeIfAbsent(look, this::newFormat);
    }

    private NumberFormat.Code newFormat(int look) {
        if (look < 0 || look >= looks.size()) {
            return NumberFormat.Code.GENERAL;
        }
        var id = looks.get(look).getFormatIndex();
        return NumberFormat.of(id, codes.get((int) id));
    }

    private @Nullable String font(CellValueRecordInterface cell) {
        var look = cell.getXFIndex();
        return look < 0 || look >= looks.size() ? null : fontAt(looks.get(look).getFontIndex());
    }

    private @Nullable String font(CellValueRecordInterface cell, UnicodeString text) {
        var runs = text.getFormatRunCount();
        var first = runs > 0 ? text.getFormatRun(0) : null;
        return first != null && first.getCharacterPos() == 0 ? fontAt(first.getFontIndex()) : font(cell);
    }

    /** There is no font 4 in these files: the numbering leaves it out. */
    private @Nullable String fontAt(int number) {
        var index = number > 4 ? number - 1 : number;
        return index >= 0 && index < fonts.size() ? fonts.get(index).getFontName() : null;
    }
}
