package vn.nentang.review.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.sheet.Cell;
import vn.nentang.sheet.HeaderFinder;
import vn.nentang.sheet.HeaderWords;
import vn.nentang.sheet.Row;
import vn.nentang.sheet.Sheet;
import vn.nentang.sheet.TableHeader;

/** One sheet's table taken apart: which rows are members, which are titles, sections, totals and signatures. */
final class ReviewTable {

    /** What a row is that holds no member. */
    enum Kind {
        TITLE,
        HEADER,
        NUMBERING,
        SECTION,
        SUBTOTAL,
        TOTAL,
        SIGNATURE,
        NOTE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record OtherRow(int row, Kind kind) {}

    /** A member's row and the section it stands in; null where the sheet has none above it. */
    record MemberRow(Row row, @Nullable Section section) {}

    /**
     * The row above a cell's members.
     *
     * @param voters full members present at the vote; null where the row does not say
     */
    record Section(int row, String name, @Nullable Integer voters) {}

    private static final HeaderFinder<ReviewColumn> FINDER =
            new HeaderFinder<>(ReviewColumn.WORDS, ReviewColumn::isReviewTable);
    private static final List<ReviewColumn> FACTS_OF_A_MEMBER = List.of(
            ReviewColumn.CELL,
            ReviewColumn.CARD_NUMBER,
            ReviewColumn.BIRTH,
            ReviewColumn.GROUP,
            ReviewColumn.ADMITTED_ON,
            ReviewColumn.SCORE_G1,
            ReviewColumn.SCORE_G2,
            ReviewColumn.TOTAL,
            ReviewColumn.TASKS_DONE,
            ReviewColumn.PROPOSAL,
            ReviewColumn.STANDING,
            ReviewColumn.NOTE);
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int HEADER_CELLS_MIN = 3;
    private static final int SECTION_CELLS_MAX = 3;
    private static final Pattern SUBTOTAL =
            Pattern.compile("cong( \\d.*|$| .*(dang vien|dong chi|nguoi).*)|(tong )?cong chi bo.*");
    private static final Pattern TOTAL =
            Pattern.compile("(tong cong|tong so|tong cong toan|toan dang bo|toan don vi|tong)( .*|$)");
    private static final Pattern SIGNATURE = Pattern.compile(
            "(nguoi lap|nguoi tong hop|t m |tm |thay mat|bi thu|pho bi thu|ky |ky$|thu ky|xac nhan|noi nhan|chi uy|dai dien)( ?.*)|.*ngay \\d* ?thang .*nam.*|(ngay) .*thang.*");
    private static final Pattern VOTERS =
            Pattern.compile("(?:du hop|co mat|tham du|bieu quyet|du bieu quyet)\\D{0,30}(\\d{1,4})");
    private static final Pattern VOTERS_BEFORE = Pattern.compile("(\\d{1,4})\\D{0,40}(?:du hop|co mat|tham du)");
    private static final Pattern NUMBERED =
            Pattern.compile("^\\s*(?:[IVXLC]+|\\d{1,3}|[A-ZĐ])\\s*[.):/-]\\s*(?=\\p{L})");
    private static final Pattern AFTER_NAME = Pattern.compile(
            "\\s*[(\\[:;].*$|\\s+[-–,]\\s*(?:số |tổng |đảng viên|dự họp|có mặt|\\d).*$", Pattern.DOTALL);

    private final Sheet sheet;
    private final TableHeader<ReviewColumn> header;
    private final List<OtherRow> otherRows = new ArrayList<>();
    private final List<MemberRow> members = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final Map<ReviewColumn, Boolean> fractions = new HashMap<>();
    private boolean ended;

    private ReviewTable(Sheet sheet, TableHeader<ReviewColumn> header) {
        this.sheet = sheet;
        this.header = header;
        sheet.rows().forEach(this::take);
    }

    /** Empty where the sheet holds no table of a review. */
    static Optional<ReviewTable> in(Sheet sheet) {
        return FINDER.find(sheet, 0).map(header -> new ReviewTable(sheet, header));
    }

    Sheet sheet() {
        return sheet;
    }

    TableHeader<ReviewColumn> header() {
        return header;
    }

    List<OtherRow> otherRows() {
        return otherRows;
    }

    List<MemberRow> members() {
        return members;
    }

    List<Section> sections() {
        return sections;
    }

    /** The recognised columns, counted from 0, by the names they have in JSON. */
    Map<Integer, String> columns() {
        var columns = new LinkedHashMap<Integer, String>();
        header.columns()
                .forEach((column, meant) -> meant.stream()
                        .flatMap(one -> one.field().stream())
                        .findFirst()
                        .ifPresent(field -> columns.put(column, field)));
        return columns;
    }

    /** The cell of a column in a row; empty when the sheet has no such column or the cell is blank. */
    Optional<Cell> cell(Row row, ReviewColumn column) {
        return header.column(column).flatMap(at -> Optional.ofNullable(row.at(at)));
    }

    String text(Row row, ReviewColumn column) {
        return cell(row, column).map(cell -> VietnameseText.tidy(cell.text())).orElse("");
    }

    /** A share in percent. Where a whole column holds nothing above one, it was typed as fractions: 0.95 for 95 %. */
    BigDecimal percent(ReviewColumn column, BigDecimal value) {
        return isFraction(column) ? value.multiply(HUNDRED) : value;
    }

    /** A value below one that is not written with its sign, in a column of percent: nobody can tell 0,95 from 95 %. */
    boolean isUnclear(Row row, ReviewColumn column, BigDecimal value) {
        var mayBeFew = column == ReviewColumn.TASKS_EXCEEDING || column == ReviewColumn.TASKS_LATE;
        var most = mayBeFew ? value.compareTo(BigDecimal.ONE) < 0 : isAtMostOne(value);
        return !isFraction(column)
                && value.signum() > 0
                && most
                && !text(row, column).contains("%");
    }

    private static boolean isAtMostOne(BigDecimal value) {
        return value.compareTo(BigDecimal.ONE) <= 0;
    }

    private boolean isFraction(ReviewColumn column) {
        var known = fractions.get(column);
        if (known != null) {
            return known;
        }
        var holds = holdsFractions(column);
        fractions.put(column, holds);
        return holds;
    }

    private boolean holdsFractions(ReviewColumn column) {
        if (column != ReviewColumn.TASKS_DONE) {
            return isFraction(ReviewColumn.TASKS_DONE);
        }
        var values = members.stream()
                .flatMap(member -> Figures.decimal(text(member.row(), column)).stream())
                .toList();
        return values.stream().anyMatch(value -> value.signum() > 0)
                && values.stream().allMatch(ReviewTable::isAtMostOne)
                && members.stream()
                        .noneMatch(member -> text(member.row(), column).contains("%"));
    }

    /** The texts above the header, in order. */
    List<String> titles() {
        return sheet.rows().stream()
                .filter(row -> row.number() < header.rows().getFirst())
                .flatMap(row -> row.cells().stream())
                .map(cell -> VietnameseText.tidy(cell.text()))
                .toList();
    }

    private void take(Row row) {
        var kind = kindOf(row);
        if (kind.isEmpty()) {
            members.add(new MemberRow(row, sections.isEmpty() ? null : sections.getLast()));
            return;
        }
        otherRows.add(new OtherRow(row.number(), kind.get()));
        if (kind.get() == Kind.SECTION) {
            sections.add(section(row));
        }
        ended |= kind.get() == Kind.TOTAL || kind.get() == Kind.SIGNATURE;
    }

    /** Empty for a member's row. */
    private Optional<Kind> kindOf(Row row) {
        if (row.number() < header.rows().getFirst()) {
            return Optional.of(Kind.TITLE);
        }
        if (header.rows().contains(row.number()) || repeatsHeader(row)) {
            return Optional.of(Kind.HEADER);
        }
        if (row.number() == header.numberingRow() || (!ended && HeaderFinder.isNumbering(row))) {
            return Optional.of(Kind.NUMBERING);
        }
        return ended && !isMember(row) ? Optional.of(Kind.SIGNATURE) : kindWithin(row);
    }

    private Optional<Kind> kindWithin(Row row) {
        var first = firstWords(row);
        if (SUBTOTAL.matcher(first).matches()) {
            return Optional.of(Kind.SUBTOTAL);
        }
        if (isMember(row)) {
            return Optional.empty();
        }
        if (TOTAL.matcher(first).matches()) {
            return Optional.of(Kind.TOTAL);
        }
        if (isSection(row, first)) {
            return Optional.of(Kind.SECTION);
        }
        return Optional.of(SIGNATURE.matcher(first).matches() ? Kind.SIGNATURE : Kind.NOTE);
    }

    private boolean isMember(Row row) {
        var name = text(row, ReviewColumn.FULL_NAME);
        return name.chars().anyMatch(Character::isLetter)
                && FACTS_OF_A_MEMBER.stream()
                                .filter(column -> !text(row, column).isEmpty())
                                .count()
                        >= 2;
    }

    private boolean repeatsHeader(Row row) {
        var name = ReviewColumn.WORDS.fieldsOf("", text(row, ReviewColumn.FULL_NAME));
        return name.contains(ReviewColumn.FULL_NAME)
                && row.cells().stream()
                                .filter(cell -> HeaderWords.folded(cell.text())
                                        .equals(HeaderWords.folded(
                                                header.labels().getOrDefault(cell.column(), ""))))
                                .count()
                        >= HEADER_CELLS_MIN;
    }

    private boolean isSection(Row row, String first) {
        return !ended
                && row.cells().size() <= SECTION_CELLS_MAX
                && Words.has(words(row), "chi bo|dang bo|to dang")
                && !SIGNATURE.matcher(first).matches();
    }

    private static Section section(Row row) {
        var text = row.cells().stream()
                .filter(Cell::isText)
                .map(cell -> VietnameseText.tidy(cell.text()))
                .filter(one -> Words.has(Words.of(one), "chi bo|dang bo|to dang"))
                .findFirst()
                .orElseGet(() -> row.cells().getFirst().text());
        return new Section(row.number(), UnitNames.shown(nameIn(text)), voters(words(row)));
    }

    private static String nameIn(String text) {
        var name = AFTER_NAME.matcher(NUMBERED.matcher(text).replaceFirst("")).replaceFirst("");
        return name.isBlank() ? text : name.strip();
    }

    private static @Nullable Integer voters(String words) {
        Matcher after = VOTERS.matcher(words);
        if (after.find()) {
            return Integer.valueOf(after.group(1));
        }
        Matcher before = VOTERS_BEFORE.matcher(words);
        return before.find() ? Integer.valueOf(before.group(1)) : null;
    }

    private static String firstWords(Row row) {
        return row.cells().stream()
                .filter(cell -> cell.text().chars().anyMatch(Character::isLetter))
                .map(cell -> Words.of(cell.text()))
                .filter(words -> words.length() > 3)
                .findFirst()
                .orElse("");
    }

    private static String words(Row row) {
        return Words.of(String.join(" ", row.cells().stream().map(Cell::text).toList()));
    }
}
