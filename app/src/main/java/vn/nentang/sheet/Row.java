package vn.nentang.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with at least one cell.
 *
 * @param number as the spreadsheet program shows it, from 1; in text files the number of the record
 * @param cells by rising column; cells without content are left out
 */
public record Row(int number, boolean hidden, List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The cell in that column, or null when it is blank. */
    public @Nullable Cell at(int column) {
        var low = 0;
        var high = cells.size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var cell = cells.get(middle);
            if (cell.column() == column) {
                return cell;
            }
            if (cell.column() < column) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** The text in that column, or an empty text. */
    public String textAt(int column) {
        var cell = at(column);
        return cell == null ? "" : cell.text();
    }
}
