package vn.nentang.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.nentang.review.ReviewReport.NamedLevel;
import vn.nentang.review.ReviewReport.Row;

/**
 * The summary as a table of numbers: the same columns on paper, in a workbook and on the page. Counts only; the shares
 * beside them are made by whoever shows them.
 */
public final class ReportTable {

    private final ReviewReport report;

    public ReportTable(ReviewReport report) {
        this.report = report;
    }

    /**
     * A block of columns.
     *
     * @param subject {@code grassroots}, {@code cells} or {@code members}
     * @param columns code of each column: {@code total}, {@code classified}, {@code level.…}, {@code reason.…},
     *     {@code undecided}
     */
    public record Block(String subject, List<String> columns, Function<Row, Tally> tally) {

        public int number(Row row, String column) {
            var counts = tally.apply(row);
            return switch (column) {
                case "total" -> counts.total();
                case "classified" -> counts.classified();
                case "undecided" -> counts.undecided();
                default ->
                    column.startsWith("level.")
                            ? counts.at(column.substring("level.".length()))
                            : counts.notClassified().getOrDefault(column.substring("reason.".length()), 0);
            };
        }

        /** Whether a share of those classified belongs beside the number. */
        public boolean hasShare(String column) {
            return column.startsWith("level.");
        }
    }

    public List<Block> blocks() {
        return List.of(
                block("grassroots", report.organizationLevels(), Row::grassroots),
                block("cells", report.organizationLevels(), Row::cells),
                block("members", report.memberLevels(), Row::members));
    }

    private Block block(String subject, List<NamedLevel> levels, Function<Row, Tally> tally) {
        var columns = new ArrayList<>(List.of("total", "classified"));
        levels.forEach(level -> columns.add("level." + level.code()));
        reasons(tally).forEach(reason -> columns.add("reason." + reason));
        columns.add("undecided");
        return new Block(subject, List.copyOf(columns), tally);
    }

    private SortedSet<String> reasons(Function<Row, Tally> tally) {
        return new TreeSet<>(tally.apply(report.total()).notClassified().keySet());
    }

    /** The rows below, then the organisation itself as the total. */
    public List<Row> rows() {
        return Stream.concat(report.rows().stream(), Stream.of(report.total())).toList();
    }

    /** All numbers of a row by subject and column, for machines. */
    Map<String, Map<String, Integer>> numbers(Row row) {
        var all = new LinkedHashMap<String, Map<String, Integer>>();
        for (var block : blocks()) {
            var numbers = new LinkedHashMap<String, Integer>();
            block.columns().forEach(column -> numbers.put(column, block.number(row, column)));
            all.put(block.subject(), numbers);
        }
        return all;
    }
}
