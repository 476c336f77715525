package vn.nentang.membership.intake;

import java.util.regex.Pattern;
import vn.nentang.sheet.Cell;
import vn.nentang.sheet.HeaderFinder;
import vn.nentang.sheet.Row;
import vn.nentang.sheet.Sheet;

/** Tells the rows of persons from sections, totals and signatures, by what stands in them. Remembers where a list ended. */
final class RowSense {

    private static final int UNICODE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NUMBERED = "^(?:(?:[ivxlc]+|[a-hk-z]|\\d{1,3})\\s*[.):/–—-]+\\s*)?";
    private static final Pattern SUBTOTAL = Pattern.compile(
            NUMBERED
                    + "(?:cộng|cong)(?!\\s+(?:hòa|hoà))(?:\\s*[:=(\\d].*|\\s*(?:chi bộ|mục|phần|dồn|toàn|chung|số).*)?$",
            UNICODE);
    private static final Pattern TOTAL = Pattern.compile(
            NUMBERED
                    + "(?:tổng|tong (?:cong|so)|toàn (?:chi|đảng) bộ|trong đó|(?:danh sách|bảng)(?: này)? (?:có|gồm)|ấn định|cộng chung|tc:)(?:\\P{L}.*|$)",
            UNICODE);
    private static final Pattern SIGNATURE = Pattern.compile(
            "^(?:người (?:lập|tổng hợp|kê khai|viết|báo cáo|duyệt)|t\\s*/\\s*m|tm\\.?\\s|t\\.m|thay mặt|k/t|kt\\.|tl\\.|xác nhận|nơi nhận|\\((?:ký|đã ký|ký,)|ký tên|ký, ghi"
                    + "|(?:phó )?bí thư|chi ủy|đảng ủy|thủ trưởng|chính (?:ủy|trị viên)|chủ tịch|.*ngày (?:\\d+|[….]+) tháng (?:\\d+|[….]+) năm).*",
            UNICODE);
    private static final Pattern SECTION = Pattern.compile(
            NUMBERED
                    + "(?:[ivxlc]+\\s+)?(?:các )?(?:chi bộ|đảng bộ|tổ đảng|chi đảng bộ|đảng ủy|chi ủy|ban chi ủy|cấp ủy|khối|phòng|ban|tiểu đoàn|đại đội|trung đội|tổ|thôn|bản|xóm|khu|đảng viên|danh sách|c\\.?b)(?:\\P{L}.*|$)",
            UNICODE);
    private static final Pattern ROMAN = Pattern.compile("[IVXLC]{1,6}\\.?|[A-H]\\.?");
    private static final int YEAR_MIN = 1900;

    private final Sheet sheet;
    private final Columns columns;
    private final CellNames cells;
    private final int counterColumn;
    private boolean ended;

    RowSense(Sheet sheet, Columns columns, CellNames cells, int counterColumn) {
        this.sheet = sheet;
        this.columns = columns;
        this.cells = cells;
        this.counterColumn = counterColumn;
    }

    RowKind kindOf(Row row) {
        var kind = judge(row);
        ended |= kind == RowKind.TOTAL || kind == RowKind.SIGNATURE;
        return kind;
    }

    private RowKind judge(Row row) {
        var facts = facts(row);
        var lead = lead(row);
        if (facts <= 1) {
            if (SUBTOTAL.matcher(lead).matches()) {
                return RowKind.SUBTOTAL;
            }
            if (TOTAL.matcher(lead).matches()) {
                return RowKind.TOTAL;
            }
        }
        return facts == 0 ? withoutFacts(row, lead) : withFacts(row, facts);
    }

    private RowKind withoutFacts(Row row, String lead) {
        if (HeaderFinder.isNumbering(row)) {
            return RowKind.NUMBERING;
        }
        if (SIGNATURE.matcher(lead).matches() && !isCounted(row)) {
            return RowKind.SIGNATURE;
        }
        if (isSection(row, lead)) {
            return RowKind.SECTION;
        }
        if (name(row).isEmpty()) {
            return isCounted(row) || lead.isEmpty() ? RowKind.EMPTY : restKind();
        }
        var isPerson = isCounted(row) || (counterColumn < 0 && !ended);
        return isPerson ? RowKind.PERSON : restKind();
    }

    private RowKind restKind() {
        return ended ? RowKind.SIGNATURE : RowKind.SECTION;
    }

    private RowKind withFacts(Row row, int facts) {
        var hasName = !name(row).isEmpty();
        if (ended && facts < 2 && !isCounted(row)) {
            return RowKind.SIGNATURE;
        }
        if (hasName) {
            return RowKind.PERSON;
        }
        return facts >= 2 || isCounted(row) ? RowKind.PERSON : restKind();
    }

    private boolean isSection(Row row, String lead) {
        if (lead.isEmpty() || (isCounted(row) && !SECTION.matcher(lead).matches())) {
            return false;
        }
        return SECTION.matcher(lead).matches()
                || cells.inSection(lead).isPresent()
                || isRoman(row)
                || sheet.mergesFrom(row.number()).stream().anyMatch(a -> a.lastColumn() - a.firstColumn() >= 3);
    }

    private static boolean isRoman(Row row) {
        return row.cells().size() >= 2
                && ROMAN.matcher(row.cells().getFirst().text().strip()).matches();
    }

    /** The first text of the row that is more than a number: what the row says it is. */
    static String lead(Row row) {
        for (var cell : row.cells()) {
            var text = Words.tidy(cell.text());
            if (cell.isText()
                    && !text.matches("[\\d.()\\s]*")
                    && !ROMAN.matcher(text).matches()) {
                return text;
            }
        }
        return "";
    }

    /** Whether the row has a running number. */
    private boolean isCounted(Row row) {
        return counterColumn >= 0 && row.textAt(counterColumn).strip().matches("\\d{1,6}(?:\\.0)?[.)]?");
    }

    private String name(Row row) {
        var text = new StringBuilder();
        for (var field :
                new RosterField[] {RosterField.FULL_NAME, RosterField.FAMILY_AND_MIDDLE_NAME, RosterField.GIVEN_NAME}) {
            columns.column(field)
                    .ifPresent(column -> text.append(row.textAt(column).strip()));
        }
        return text.toString();
    }

    /** How many columns of the row hold what their header promises. */
    private int facts(Row row) {
        var facts = 0;
        for (var cell : row.cells()) {
            var fields = columns.at(cell.column());
            facts += !fields.isEmpty() && isFact(fields.getFirst(), cell, fields.size() > 1) ? 1 : 0;
        }
        return facts;
    }

    private boolean isFact(RosterField field, Cell cell, boolean isShared) {
        if (cell.kind() == Cell.Kind.ERROR || cell.kind() == Cell.Kind.NO_VALUE) {
            return field != RosterField.NOTE;
        }
        return switch (field) {
            case FULL_NAME, FAMILY_AND_MIDDLE_NAME, GIVEN_NAME -> isShared && digits(cell) > 0;
            case NOTE -> false;
            case CITIZEN_ID, CARD_NUMBER -> digits(cell) >= 6;
            case SEX -> isShared || SexText.of(cell.text()).isPresent();
            case SEX_MALE, SEX_FEMALE -> ColumnSense.isMark(cell) && cell.isText();
            case ETHNICITY -> Ethnicities.code(cell.text()).isPresent();
            case STATUS -> StandingText.of(cell.text()).isKnown();
            case CELL ->
                cells.exact(cell.text()).isPresent()
                        || Words.folded(cell.text()).startsWith("chi bo ");
            case BIRTH_DAY, BIRTH_MONTH -> false;
            case BIRTH, BIRTH_MALE, BIRTH_FEMALE, BIRTH_YEAR, ADMITTED_ON, RECOGNISED_ON, STATUS_DATE -> isDate(cell);
        };
    }

    private static boolean isDate(Cell cell) {
        if (cell.kind() == Cell.Kind.NUMBER) {
            return !cell.text().startsWith("-")
                    && Double.parseDouble(cell.text().replace("%", "")) >= YEAR_MIN;
        }
        return cell.kind() == Cell.Kind.DATE || digits(cell) >= 2;
    }

    private static int digits(Cell cell) {
        return (int) cell.text().chars().filter(Character::isDigit).count();
    }
}
