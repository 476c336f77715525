package vn.nentang.membership.intake;

import static vn.nentang.membership.intake.RosterField.ADMITTED_ON;
import static vn.nentang.membership.intake.RosterField.BIRTH_FEMALE;
import static vn.nentang.membership.intake.RosterField.BIRTH_MALE;
import static vn.nentang.membership.intake.RosterField.CELL;
import static vn.nentang.membership.intake.RosterField.FAMILY_AND_MIDDLE_NAME;
import static vn.nentang.membership.intake.RosterField.FULL_NAME;
import static vn.nentang.membership.intake.RosterField.GIVEN_NAME;
import static vn.nentang.membership.intake.RosterField.RECOGNISED_ON;
import static vn.nentang.membership.intake.RosterField.SEX_FEMALE;
import static vn.nentang.membership.intake.RosterField.SEX_MALE;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.nentang.sheet.Cell;
import vn.nentang.sheet.Row;
import vn.nentang.sheet.Sheet;
import vn.nentang.sheet.TableHeader;

/** Settles by the content below it what a header leaves open: "Nam" over marks or over years, a name in two columns. */
final class ColumnSense {

    private static final int SAMPLE_ROWS = 300;
    private static final Pattern TWO_DATES = Pattern.compile("(?s).*\\d{4}\\s*[\\n;,–-]\\s*\\d.*\\d{2,4}.*");
    private static final Pattern ONE_WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}']*");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’.]*(?: +\\p{L}[\\p{L}\\p{M}'’.]*){1,6}");

    private final Sheet sheet;
    private final List<Row> sample;
    private final TableHeader<RosterField> header;
    private final Columns columns;

    private ColumnSense(Sheet sheet, int firstIndex, TableHeader<RosterField> header) {
        this.sheet = sheet;
        this.sample = sheet.rows().subList(firstIndex, Math.min(sheet.rows().size(), firstIndex + SAMPLE_ROWS));
        this.header = header;
        this.columns = new Columns(header.labels());
    }

    /** The columns of the table whose first row stands at that place in the sheet. */
    static Columns settle(Sheet sheet, int firstIndex, TableHeader<RosterField> header) {
        var sense = new ColumnSense(sheet, firstIndex, header);
        header.columns().forEach(sense.columns::add);
        sense.settleName();
        sense.settleSex();
        sense.settleDates();
        sense.settleCell();
        return sense.columns;
    }

    private void settleName() {
        if (columns.has(GIVEN_NAME) && !columns.has(FAMILY_AND_MIDDLE_NAME)) {
            columns.replace(GIVEN_NAME, columns.has(FULL_NAME) ? FAMILY_AND_MIDDLE_NAME : FULL_NAME);
            columns.remove(FAMILY_AND_MIDDLE_NAME);
        }
        if (columns.has(FAMILY_AND_MIDDLE_NAME) && columns.has(GIVEN_NAME)) {
            columns.remove(FULL_NAME);
        }
        if (columns.has(FAMILY_AND_MIDDLE_NAME) && !columns.has(GIVEN_NAME)) {
            splitName(columns.column(FAMILY_AND_MIDDLE_NAME).orElseThrow());
        }
        columns.column(FULL_NAME).filter(column -> !columns.isShared(column)).ifPresent(this::splitName);
        if (!columns.has(FULL_NAME) && !columns.has(FAMILY_AND_MIDDLE_NAME)) {
            unlabelledName().ifPresent(column -> columns.add(column, List.of(FULL_NAME)));
        }
    }

    /** "Họ và tên" over two columns, the second with the given name alone. */
    private void splitName(int column) {
        var next = column + 1;
        var isOpen = !columns.isLabelled(next) || isWideHeader(column);
        if (isOpen
                && columns.at(next).isEmpty()
                && mostly(next, c -> ONE_WORD.matcher(c.text().strip()).matches(), 0.7)) {
            columns.replace(FULL_NAME, FAMILY_AND_MIDDLE_NAME);
            columns.add(next, List.of(GIVEN_NAME));
        } else {
            columns.replace(FAMILY_AND_MIDDLE_NAME, FULL_NAME);
        }
    }

    private boolean isWideHeader(int column) {
        return header.rows().stream()
                .flatMap(row -> sheet.mergesFrom(row).stream())
                .anyMatch(area -> area.firstColumn() == column && area.lastColumn() == column + 1);
    }

    private Optional<Integer> unlabelledName() {
        var last = header.columns().keySet().stream().max(Integer::compare).orElse(0);
        for (var column = 0; column < last; column++) {
            var isFree = !columns.isLabelled(column) && columns.at(column).isEmpty();
            if (isFree && mostly(column, c -> NAME.matcher(c.text().strip()).matches(), 0.7)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private void settleSex() {
        var overDates = List.of(SEX_MALE, SEX_FEMALE).stream()
                .flatMap(field -> columns.column(field).stream())
                .anyMatch(column -> mostly(column, ColumnSense::isDateLike, 0.6));
        if (overDates) {
            columns.replace(SEX_MALE, BIRTH_MALE);
            columns.replace(SEX_FEMALE, BIRTH_FEMALE);
        }
    }

    private void settleDates() {
        for (var field : List.of(ADMITTED_ON, RECOGNISED_ON)) {
            columns.column(field)
                    .filter(column -> mostly(column, ColumnSense::isMark, 0.8))
                    .ifPresent(_ -> columns.remove(field));
        }
        var single = columns.has(ADMITTED_ON) && !columns.has(RECOGNISED_ON);
        columns.column(ADMITTED_ON)
                .filter(column -> single
                        && mostly(column, c -> TWO_DATES.matcher(c.text()).matches(), 0.5))
                .ifPresent(column -> columns.add(column, List.of(RECOGNISED_ON)));
    }

    private void settleCell() {
        columns.column(CELL)
                .filter(column -> !Words.folded(columns.label(column)).matches(".*(chi bo|to chuc|sinh hoat).*"))
                .filter(column -> !mostly(column, c -> Words.folded(c.text()).matches("(chi bo|cb) .*"), 0.6))
                .ifPresent(_ -> columns.remove(CELL));
    }

    private boolean mostly(int column, Predicate<Cell> like, double share) {
        var filled = sample.stream()
                .map(row -> row.at(column))
                .filter(c -> c != null)
                .toList();
        var matching = filled.stream().filter(like).count();
        return !filled.isEmpty() && matching >= share * filled.size();
    }

    private static boolean isDateLike(Cell cell) {
        return cell.kind() == Cell.Kind.DATE || cell.text().matches(".*\\d{4}.*|.*\\d+[/.-]\\d+[/.-]\\d+.*");
    }

    static boolean isMark(Cell cell) {
        return cell.text().strip().matches("(?iu)[x×✓✔√v+*]|1|có|co");
    }
}
