package vn.nentang.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of one sheet as a reader meets them, and keeps only what has a content. */
final class SheetBuilder {

    private static final int MERGES_MAX = 200_000;
    private static final String BLANKS = "\u00A0\u200B\uFEFF\u3000";

    private final Budget budget;
    private final List<Row> rows = new ArrayList<>();
    private final List<Sheet.Area> merges = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private int row;
    private boolean rowHidden;
    private boolean inOrder = true;

    SheetBuilder(Budget budget) {
        this.budget = budget;
    }

    void startRow(int number, boolean hidden) {
        row = number;
        rowHidden = hidden;
        cells = new ArrayList<>();
    }

    void text(int column, String raw, @Nullable String font, @Nullable String formula) throws TooLarge {
        if (isBlank(raw)) {
            return;
        }
        var promised = LegacyText.confirmed(Script.ofFont(font), raw);
        var given = budget.spendCell(column, raw);
        var text = promised == Script.UNICODE && isAscii(raw) ? given : shown(promised, raw, font);
        cells.add(new Cell(
                column,
                Cell.Kind.TEXT,
                text,
                formula == null ? given : formula,
                null,
                formula,
                isAscii(raw) ? Script.UNICODE : promised));
    }

    private String shown(Script script, String raw, @Nullable String font) throws TooLarge {
        var text = script.toUnicode(raw);
        var capitals = script == Script.TCVN3 && Script.showsCapitals(font);
        return budget.spendText(capitals ? text.toUpperCase(Locale.ROOT) : text);
    }

    void number(int column, double value, NumberFormat.Code code, boolean from1904, @Nullable String formula)
            throws TooLarge {
        var day = code.format() == NumberFormat.DATE ? NumberFormat.day(value, from1904) : null;
        var text = budget.spendCell(column, day == null ? NumberFormat.shown(value, code) : day.toString());
        var kind = day == null ? Cell.Kind.NUMBER : Cell.Kind.DATE;
        cells.add(new Cell(column, kind, text, text, day, formula, Script.UNICODE));
    }

    /** An error, a truth value, or a formula without a result. */
    void other(int column, Cell.Kind kind, String raw, @Nullable String formula) throws TooLarge {
        var text = budget.spendCell(column, raw);
        var given = kind == Cell.Kind.NO_VALUE && formula != null ? formula : text;
        cells.add(new Cell(column, kind, text, given, null, formula, Script.UNICODE));
    }

    void add(Cell cell) {
        cells.add(cell);
    }

    void endRow() throws TooLarge {
        if (cells.isEmpty()) {
            return;
        }
        budget.spendRow();
        cells.sort(Comparator.comparingInt(Cell::column));
        inOrder &= rows.isEmpty() || rows.getLast().number() < row;
        rows.add(new Row(row, rowHidden, cells));
        cells = new ArrayList<>();
    }

    void merge(Sheet.Area area) throws TooLarge {
        if (merges.size() >= MERGES_MAX) {
            throw new TooLarge("Quá nhiều vùng ô gộp.", "Too many merged areas.");
        }
        merges.add(area);
    }

    Sheet build(@Nullable String name, boolean hidden) {
        if (!inOrder) {
            rows.sort(Comparator.comparingInt(Row::number));
        }
        return LegacyText.convert(new Sheet(name, hidden, rows, merges));
    }

    private static boolean isBlank(String text) {
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter > ' ' && BLANKS.indexOf(letter) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
