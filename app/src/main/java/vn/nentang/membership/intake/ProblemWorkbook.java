package vn.nentang.membership.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.nentang.membership.intake.RosterCheck.Importable;
import vn.nentang.membership.intake.RosterCheck.MemberRow;
import vn.nentang.sheet.Cell;
import vn.nentang.sheet.Row;
import vn.nentang.sheet.SafeText;
import vn.nentang.sheet.Sheet;

/**
 * A copy of a checked roster to send back: every row with its texts, the cells in question coloured, and what is wrong
 * with the row written beside it in both languages. All cells are text, so nothing in it can run.
 */
public final class ProblemWorkbook {

    private static final String ERROR_COLOUR = "F8CBAD";
    private static final String WARNING_COLOUR = "FFF2CC";
    private static final String HEADER_COLOUR = "D9E2F3";
    private static final String APPLICATION = "NenTang";
    private static final int FLUSH_ROWS = 500;
    private static final int NAME_CHARS_MAX = 31;
    private static final int CELL_CHARS_MAX = 32_000;
    private static final double PROBLEMS_WIDTH = 90;

    private final Map<String, Map<Integer, MemberRow>> checked = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private ProblemWorkbook(Importable check) {
        for (var row : check.rows()) {
            checked.computeIfAbsent(key(row.sheet()), _ -> new HashMap<>()).put(row.row(), row);
        }
    }

    /** Writes the workbook that was checked, with the problems found in it, as .xlsx. */
    public static void write(vn.nentang.sheet.Workbook source, Importable check, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, APPLICATION, null)) {
            var writing = new ProblemWorkbook(check);
            for (var i = 0; i < source.sheets().size(); i++) {
                writing.sheet(workbook, source.sheets().get(i), check.sheets().get(i));
            }
        }
    }

    private void sheet(Workbook workbook, Sheet sheet, RosterCheck.SheetPart part) throws IOException {
        if (!part.hasMembers()) {
            return;
        }
        var target = workbook.newWorksheet(freshName(sheet.name()));
        var headers =
                part.tables().stream().flatMap(t -> t.headerRows().stream()).collect(Collectors.toSet());
        var beside = problemsColumn(sheet);
        var rows = checked.getOrDefault(key(sheet.name()), Map.of());
        target.width(beside, PROBLEMS_WIDTH);
        var written = 0;
        for (var row : sheet.rows()) {
            row(target, row, headers.contains(row.number()), rows.get(row.number()), beside);
            if (++written % FLUSH_ROWS == 0) {
                target.flush();
            }
        }
        target.finish();
    }

    private static int problemsColumn(Sheet sheet) {
        return sheet.rows().stream()
                .mapToInt(row -> row.cells().getLast().column() + 1)
                .max()
                .orElse(0);
    }

    private static void row(Worksheet target, Row row, boolean isHeader, @Nullable MemberRow checked, int beside) {
        var at = row.number() - 1;
        for (var cell : row.cells()) {
            target.value(at, cell.column(), shown(cell.text()));
        }
        if (isHeader) {
            target.range(at, 0, at, beside)
                    .style()
                    .bold()
                    .fillColor(HEADER_COLOUR)
                    .wrapText(true)
                    .set();
            target.value(at, beside, "Vấn đề / Problems");
        }
        if (checked != null && !checked.problems().isEmpty()) {
            problems(target, at, checked.problems(), beside);
        }
    }

    private static void problems(Worksheet target, int at, List<Problem> problems, int beside) {
        var text = problems.stream()
                .map(p -> (p.isError() ? "LỖI: " : "Lưu ý: ") + p.vi() + " / " + p.en())
                .collect(Collectors.joining("\n"));
        target.value(at, beside, shown(text));
        target.style(at, beside).wrapText(true).fillColor(colour(problems)).set();
        problems.stream()
                .filter(p -> p.column() != null)
                .collect(Collectors.groupingBy(p -> String.valueOf(p.column())))
                .forEach((letters, found) -> target.style(at, Cell.column(letters))
                        .fillColor(colour(found))
                        .set());
    }

    private static String colour(List<Problem> problems) {
        return problems.stream().anyMatch(Problem::isError) ? ERROR_COLOUR : WARNING_COLOUR;
    }

    private static String shown(String text) {
        var safe = SafeText.forCell(text);
        return safe.length() <= CELL_CHARS_MAX ? safe : safe.substring(0, CELL_CHARS_MAX);
    }

    /** A name the program accepts: without its signs, of 31 letters, and used once. */
    private String freshName(@Nullable String name) {
        var plain = (name == null || name.isBlank() ? "Danh sách" : name).replaceAll("[\\[\\]:*?/\\\\']", " ");
        var base = plain.substring(0, Math.min(plain.length(), NAME_CHARS_MAX));
        var fresh = base;
        for (var i = 2; !names.add(fresh.toLowerCase(Locale.ROOT)); i++) {
            var tail = " (" + i + ")";
            fresh = base.substring(0, Math.min(base.length(), NAME_CHARS_MAX - tail.length())) + tail;
        }
        return fresh;
    }

    private static String key(@Nullable String sheet) {
        return sheet == null ? "" : sheet;
    }
}
