package vn.nentang.review.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.workbook.ReviewSheetResult.CellFound;
import vn.nentang.review.workbook.ReviewSheetResult.TableFound;
import vn.nentang.review.workbook.ReviewTable.MemberRow;
import vn.nentang.review.workbook.ReviewTable.Section;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime.Purpose;
import vn.nentang.sheet.Cell;
import vn.nentang.sheet.Limits;
import vn.nentang.sheet.Reading;
import vn.nentang.sheet.RefusalReason;
import vn.nentang.sheet.SheetReader;
import vn.nentang.sheet.Workbook;

/**
 * Checks a year's review workbook without recording anything: every member is classified under the regime in force at the
 * end of that year, and what the cells propose is compared with it.
 */
public final class ReviewWorkbookCheck {

    private static final Pattern YEAR_IN_TITLE = Pattern.compile("nam (20\\d\\d)\\b");
    private static final Pattern OWN_NAME = Pattern.compile("(dang bo|chi bo) .*");
    private static final Pattern COMMITTEE_NAME = Pattern.compile("dang uy .*");

    private final Rulebook rulebook;
    private final int year;

    private ReviewWorkbookCheck(Rulebook rulebook, int year) {
        this.rulebook = rulebook;
        this.year = year;
    }

    /** What became of a check. */
    public sealed interface Outcome {

        /** The workbook was read; see the result for what does not agree in it. */
        record Checked(ReviewSheetResult result) implements Outcome {}

        /**
         * Nothing can be said of this file and year.
         *
         * @param reason stable code
         */
        record Refused(String reason, Label sentence) implements Outcome {}
    }

    /**
     * Reads and checks a file of any kind offices keep.
     *
     * @throws IOException when the file is not there or the disk fails; never for what the file holds
     */
    public static Outcome check(Path file, int year, Rulebook rulebook) throws IOException {
        return new ReviewWorkbookCheck(rulebook, year).check(file);
    }

    private Outcome check(Path file) throws IOException {
        var day = new ReviewYears(rulebook).findDay(year);
        var regime = day.flatMap(rulebook::findRegime);
        if (day.isEmpty() || regime.isEmpty()) {
            return noRegime();
        }
        if (regime.get().regime().purpose() == Purpose.RECORD) {
            return recordsOnly(regime.get());
        }
        return switch (SheetReader.read(file, Limits.standard())) {
            case Reading.Refused(var reason, var vi, var en) -> refused(reason, vi, en);
            case Reading.Read(var workbook) ->
                check(String.valueOf(file.getFileName()), workbook, rulebook.on(day.get()), regime.get());
        };
    }

    private Outcome check(String name, Workbook workbook, RulesOn rules, RegimeOn regime) {
        var tables = workbook.sheets().stream()
                .flatMap(sheet -> ReviewTable.in(sheet).stream())
                .toList();
        if (tables.isEmpty()) {
            return refused(RefusalReason.NO_MEMBER_TABLE, "", "");
        }
        if (tables.stream().allMatch(table -> table.members().isEmpty())) {
            return refused(RefusalReason.NO_DATA_ROWS, "", "");
        }
        var cells = new Cells();
        var members = new ArrayList<MemberLine>();
        var found = new ArrayList<TableFound>();
        for (var table : tables) {
            table.sections().forEach(cells::open);
            var tableRules = new TableRules(table, regime, rules);
            found.add(found(tableRules));
            table.members().forEach(row -> members.add(LineReader.read(tableRules, row, cells.enter(table, row))));
        }
        return new Outcome.Checked(new ReviewSheetResult(
                name, organization(tables), year, rules, regime, found, cells.found(), members, remarks(tables)));
    }

    private static TableFound found(TableRules tableRules) {
        var table = tableRules.table();
        var columns = new TreeMap<>(table.columns());
        tableRules.factColumns().forEach((column, fact) -> columns.put(column, fact.name()));
        var letters = new LinkedHashMap<String, String>();
        columns.forEach((column, field) -> letters.put(Cell.letter(column), field));
        var otherRows = new LinkedHashMap<Integer, String>();
        table.otherRows()
                .forEach(other -> otherRows.put(other.row(), other.kind().code()));
        return new TableFound(table.sheet().name(), table.header().rows(), letters, otherRows);
    }

    /** The cells in the order they are met, with their members counted; a name is the same in any spelling of its dash. */
    private static final class Cells {

        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<String, Integer> members = new LinkedHashMap<>();
        private final Map<String, @Nullable Integer> voters = new LinkedHashMap<>();

        void open(Section section) {
            var key = Words.joined(section.name());
            names.putIfAbsent(key, section.name());
            members.putIfAbsent(key, 0);
            if (section.voters() != null) {
                voters.put(key, section.voters());
            }
        }

        String enter(ReviewTable table, MemberRow row) {
            var name = cellName(table, row);
            var key = Words.joined(name);
            names.putIfAbsent(key, name);
            members.merge(key, 1, Integer::sum);
            return names.getOrDefault(key, name);
        }

        private static String cellName(ReviewTable table, MemberRow row) {
            var given = table.text(row.row(), ReviewColumn.CELL);
            if (!given.isEmpty()) {
                return UnitNames.shown(given);
            }
            if (row.section() != null) {
                return row.section().name();
            }
            var sheet = table.sheet().name();
            return sheet == null ? "" : sheet;
        }

        List<CellFound> found() {
            return names.entrySet().stream()
                    .map(entry -> new CellFound(
                            entry.getValue(), members.getOrDefault(entry.getKey(), 0), voters.get(entry.getKey())))
                    .toList();
        }
    }

    /** The last title that names an organisation: letterheads put the level above first. */
    private static @Nullable String organization(List<ReviewTable> tables) {
        var titles = tables.getFirst().titles();
        return last(titles, OWN_NAME)
                .or(() -> last(titles, COMMITTEE_NAME))
                .map(UnitNames::shown)
                .orElse(null);
    }

    private static Optional<String> last(List<String> titles, Pattern pattern) {
        return titles.stream()
                .filter(title -> pattern.matcher(Words.of(title)).matches())
                .reduce((_, later) -> later);
    }

    private List<Label> remarks(List<ReviewTable> tables) {
        return tables.stream()
                .flatMap(table -> table.titles().stream())
                .map(title -> YEAR_IN_TITLE.matcher(Words.of(title)))
                .filter(found -> found.find() && Integer.parseInt(found.group(1)) != year)
                .findFirst()
                .map(found -> List.of(new Label(
                        "Tiêu đề ghi năm %s, đang kiểm tra theo năm %d.".formatted(found.group(1), year),
                        "The title says %s, the check is for %d.".formatted(found.group(1), year))))
                .orElse(List.of());
    }

    private Outcome.Refused noRegime() {
        var first = rulebook.regimes().stream()
                .map(regime -> regime.during().from())
                .min(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse("");
        return new Outcome.Refused(
                "no-regime-for-year",
                new Label(
                        "Sổ quy định không có quy định đánh giá nào cho năm %d; quy định sớm nhất có từ %s."
                                .formatted(year, first),
                        "The rulebook holds no review regulation for %d; the earliest starts on %s."
                                .formatted(year, first)));
    }

    private Outcome.Refused recordsOnly(RegimeOn regime) {
        var title = regime.regime().title();
        return new Outcome.Refused(
                "regime-records-only",
                new Label(
                        "Năm %d thuộc %s: chỉ ghi nhận kết quả cũ, không có điều kiện để xếp loại."
                                .formatted(year, title.vi()),
                        "%d belongs to %s: its results can be recorded, but its conditions are not known."
                                .formatted(year, title.en())));
    }

    private static Outcome.Refused refused(RefusalReason reason, String vi, String en) {
        return new Outcome.Refused(
                reason.code(),
                new Label(
                        "%s %s".formatted(reason.vi(), vi).strip(),
                        "%s %s".formatted(reason.en(), en).strip()));
    }
}
