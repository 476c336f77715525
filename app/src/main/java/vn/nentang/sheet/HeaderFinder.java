package vn.nentang.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header of a table by what its words mean, wherever in the sheet it stands: one to three rows, with merged or
 * unmerged groups, and the row of column numbers below it.
 *
 * @param <F> the fields of one kind of table
 */
public final class HeaderFinder<F> {

    private static final int HEADER_ROWS_MAX = 3;
    private static final int LABEL_CHARS_MAX = 200;
    private static final int FACT_DIGITS_MIN = 5;
    private static final int GROUP_COLUMNS_MAX = 200;
    private static final Pattern NUMBERING = Pattern.compile("[(\\[]?(?:\\d{1,3}|[A-Za-zĐđ])(?:\\s*=.*)?[)\\].]?");

    private final HeaderWords<F> words;
    private final Predicate<Set<F>> isTable;

    /** @param isTable whether a header with these fields is a table of the kind looked for */
    public HeaderFinder(HeaderWords<F> words, Predicate<Set<F>> isTable) {
        this.words = words;
        this.isTable = isTable;
    }

    /** The first header at or after the row at that place in {@code sheet.rows()}. */
    public Optional<TableHeader<F>> find(Sheet sheet, int fromIndex) {
        for (var index = fromIndex; index < sheet.rows().size(); index++) {
            var header = headerAt(sheet, index);
            if (header.isPresent()) {
                return header;
            }
        }
        return Optional.empty();
    }

    /** The header that begins with exactly this row, if one does. */
    public Optional<TableHeader<F>> headerAt(Sheet sheet, int index) {
        if (!canBeHeader(sheet.rows().get(index))) {
            return Optional.empty();
        }
        TableHeader<F> best = null;
        for (var height = 1;
                height <= HEADER_ROWS_MAX && index + height <= sheet.rows().size();
                height++) {
            var rows = sheet.rows().subList(index, index + height);
            if (height > 1 && !isLabelsOf(sheet, rows.get(height - 2), rows.getLast())) {
                break;
            }
            var header = header(sheet, rows, index + height);
            if (height == 1 && header.columns().size() < 2) {
                break; // A title, even where it stands right above the header.
            }
            best = better(header, best);
        }
        return Optional.ofNullable(best);
    }

    private @Nullable TableHeader<F> better(TableHeader<F> header, @Nullable TableHeader<F> best) {
        var fits = isTable.test(fields(header));
        return fits
                        && (best == null
                                || header.columns().size() >= best.columns().size())
                ? header
                : best;
    }

    /** Mostly texts, and none of them a date or a long number: a row of facts is no header. */
    private static boolean canBeHeader(Row row) {
        var texts = 0;
        for (var cell : row.cells()) {
            if (cell.kind() == Cell.Kind.DATE || isFact(cell.text())) {
                return false;
            }
            texts += cell.isText() ? 1 : 0;
        }
        return texts >= 2 && texts * 2 > row.cells().size();
    }

    private static boolean isFact(String text) {
        if (text.length() > LABEL_CHARS_MAX) {
            return true;
        }
        var digits = 0;
        for (var i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits > FACT_DIGITS_MIN;
    }

    /** Whether the lower row holds labels under groups of the upper one, merged or not: texts, and each in its place. */
    private static boolean isLabelsOf(Sheet sheet, Row above, Row row) {
        return row.number() - above.number() == 1
                && !isNumbering(row)
                && row.cells().stream()
                        .allMatch(c -> c.isText() && !isFact(c.text()) && isUnderGroup(sheet, above, row, c));
    }

    private static boolean isUnderGroup(Sheet sheet, Row above, Row row, Cell label) {
        var column = label.column();
        if (above.at(column) == null) {
            return column > above.cells().getFirst().column();
        }
        return sheet.mergesFrom(above.number()).stream()
                        .anyMatch(area -> area.firstColumn() == column && area.isWide() && !area.isTall())
                || (above.at(column + 1) == null && row.at(column + 1) != null);
    }

    /** Whether the row only counts the columns: 1, 2, 3 or (1), (2), (3) or A, B, 1, 2. */
    public static boolean isNumbering(Row row) {
        if (row.cells().size() < 3) {
            return false;
        }
        var distinct = new HashSet<String>();
        return row.cells().stream()
                        .allMatch(c -> NUMBERING.matcher(c.text().strip()).matches()
                                && distinct.add(c.text().strip()))
                && row.cells().stream().anyMatch(c -> c.text().chars().anyMatch(Character::isDigit));
    }

    private Set<F> fields(TableHeader<F> header) {
        var all = new HashSet<F>();
        header.columns().values().forEach(all::addAll);
        return all;
    }

    private TableHeader<F> header(Sheet sheet, List<Row> rows, int next) {
        var columns = new TreeMap<Integer, Set<F>>();
        var labels = new TreeMap<Integer, String>();
        for (var path : paths(sheet, rows).entrySet()) {
            labels.put(path.getKey(), String.join(" ", path.getValue()));
            var meant = meaning(path.getValue());
            if (!meant.isEmpty()) {
                columns.put(path.getKey(), meant);
            }
        }
        var numbering = next < sheet.rows().size() && isNumbering(sheet.rows().get(next))
                ? sheet.rows().get(next).number()
                : 0;
        return new TableHeader<>(rows.stream().map(Row::number).toList(), numbering, columns, labels);
    }

    private Set<F> meaning(List<String> path) {
        var group = String.join(" ", path.subList(0, path.size() - 1));
        return words.fieldsOf(group, path.getLast());
    }

    /** For each column the texts above one another, groups spread over the columns they cover. */
    private static Map<Integer, List<String>> paths(Sheet sheet, List<Row> rows) {
        var paths = new LinkedHashMap<Integer, List<String>>();
        for (var i = 0; i < rows.size(); i++) {
            var below = rows.subList(i + 1, rows.size());
            for (var cell : rows.get(i).cells()) {
                for (var column : covered(sheet, rows.get(i), cell, below)) {
                    paths.computeIfAbsent(column, _ -> new ArrayList<>()).add(cell.text());
                }
            }
        }
        return paths;
    }

    private static List<Integer> covered(Sheet sheet, Row row, Cell cell, List<Row> below) {
        for (var area : sheet.mergesFrom(row.number())) {
            if (area.firstColumn() == cell.column()) {
                return within(
                        area.firstColumn(),
                        Math.min(area.lastColumn(), area.firstColumn() + GROUP_COLUMNS_MAX),
                        row,
                        below);
            }
        }
        return spread(row, cell, below);
    }

    private static List<Integer> within(int first, int last, Row row, List<Row> below) {
        var columns = new ArrayList<Integer>();
        for (var column = first; column <= last; column++) {
            var at = column;
            var isLabelled = row.at(column) == null && below.stream().anyMatch(r -> r.at(at) != null);
            if (column == first || isLabelled) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** A group that was not merged covers the labels to its right that have nothing above them. */
    private static List<Integer> spread(Row row, Cell cell, List<Row> below) {
        var columns = new ArrayList<Integer>();
        columns.add(cell.column());
        var hasLabel = below.stream().anyMatch(r -> r.at(cell.column()) != null);
        for (var column = cell.column() + 1; hasLabel && row.at(column) == null; column++) {
            var at = column;
            if (below.stream().noneMatch(r -> r.at(at) != null)) {
                break;
            }
            columns.add(column);
        }
        return columns;
    }
}
