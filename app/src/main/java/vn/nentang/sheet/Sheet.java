package vn.nentang.sheet;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook; a text file is one sheet without a name. Rows without any content are left out. */
public final class Sheet {

    private final @Nullable String name;
    private final boolean hidden;
    private final List<Row> rows;
    private final Map<Integer, List<Area>> mergesByRow;
    private final List<Area> merges;

    /** A rectangle of cells; rows from 1 as shown, columns from 0, both ends included. */
    public record Area(int firstRow, int firstColumn, int lastRow, int lastColumn) {

        public boolean contains(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }

        public boolean isWide() {
            return lastColumn > firstColumn;
        }

        public boolean isTall() {
            return lastRow > firstRow;
        }
    }

    public Sheet(@Nullable String name, boolean hidden, List<Row> rows, List<Area> merges) {
        this.name = name;
        this.hidden = hidden;
        this.rows = List.copyOf(rows);
        this.merges = List.copyOf(merges);
        this.mergesByRow = merges.stream().collect(Collectors.groupingBy(Area::firstRow));
    }

    /** Null for a text file. */
    public @Nullable String name() {
        return name;
    }

    public boolean hidden() {
        return hidden;
    }

    public List<Row> rows() {
        return rows;
    }

    /** Areas shown as one cell; the content is in the first. */
    public List<Area> merges() {
        return merges;
    }

    /** The merged areas whose first row this is. */
    public List<Area> mergesFrom(int row) {
        return mergesByRow.getOrDefault(row, List.of());
    }
}
