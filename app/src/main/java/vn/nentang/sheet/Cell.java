package vn.nentang.sheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cell with a content.
 *
 * @param column from 0
 * @param text what it shows, in composed Unicode: numbers plainly ({@code 12085508372}, {@code 26.4}), percentages with
 *     their sign, dates as yyyy-mm-dd, line breaks kept; empty for a formula without a stored result
 * @param given what stood in the file: as {@code text}, but before any conversion of an old font coding, and the
 *     formula itself where there is one with a text result
 * @param date the day, where the cell is formatted as a date
 * @param formula with its equals sign; null where there is none
 * @param script the coding the text was converted from
 */
public record Cell(
        int column,
        Kind kind,
        String text,
        String given,
        @Nullable LocalDate date,
        @Nullable String formula,
        Script script) {

    /** What the stored content, or the stored result of a formula, is. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        ERROR,
        /** A formula whose result the writing program did not store. */
        NO_VALUE
    }

    /** The letters of the column: A, B … Z, AA. */
    public String letter() {
        return letter(column);
    }

    /** The letters of a column counted from 0. */
    public static String letter(int column) {
        var letters = new StringBuilder();
        for (var rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.append((char) ('A' + rest % 26));
        }
        return letters.reverse().toString();
    }

    /** The column, counted from 0, of these letters. */
    public static int column(String letters) {
        var column = 0;
        for (var i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    public boolean isText() {
        return kind == Kind.TEXT;
    }

    /** The same cell with its text read as another coding. */
    Cell as(Script coding) {
        return new Cell(column, kind, coding.toUnicode(given), given, date, formula, coding);
    }
}
