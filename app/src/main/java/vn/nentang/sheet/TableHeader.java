package vn.nentang.sheet;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The header of a table that was found.
 *
 * @param rows numbers of the header rows, one or more
 * @param numberingRow number of the row "(1) (2) (3) …" below it, or 0
 * @param columns what each recognised column means, by column from 0
 * @param labels the header text of every column that has one, group first
 * @param <F> the fields of this kind of table
 */
public record TableHeader<F>(
        List<Integer> rows, int numberingRow, Map<Integer, Set<F>> columns, Map<Integer, String> labels) {

    public TableHeader {
        rows = List.copyOf(rows);
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /** The last row that belongs to the header, numbering included. */
    public int lastRow() {
        return Math.max(
                numberingRow, rows.stream().max(Comparator.naturalOrder()).orElse(0));
    }

    /** The first column that holds this field. */
    public Optional<Integer> column(F field) {
        return columns.entrySet().stream()
                .filter(e -> e.getValue().contains(field))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public boolean has(F field) {
        return column(field).isPresent();
    }
}
