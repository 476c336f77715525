package vn.nentang.membership.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;
import vn.nentang.membership.intake.MemberRecord.Sex;
import vn.nentang.membership.intake.Problem.Severity;
import vn.nentang.membership.intake.Problem.Where;
import vn.nentang.sheet.Cell;
import vn.nentang.sheet.Row;
import vn.nentang.sheet.SafeText;
import vn.nentang.sheet.Script;

/** Reads one person's row: every fact as far as it can be read, and every problem with it. */
final class RowReader {

    private static final Pattern LINES = Pattern.compile("\\s*[\\n\\r;]+\\s*");
    private static final Pattern PARTS = Pattern.compile("\\s*[\\n\\r;,/]+\\s*|\\s+[-–]\\s*|\\s*[-–]\\s+");
    private static final Pattern ONE_DATE =
            Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{1,2}[/.-]\\d{4}|\\d{4}");
    private static final Pattern FIRST_DIGIT = Pattern.compile("(?s)^(.*?\\D)\\s*[,–-]?\\s*(\\d.*)$");
    private static final Pattern OTHER_NUMBER =
            Pattern.compile("(?iu)^\\s*(?:sll|ll|lý lịch|số ll|hh|huy hiệu|số hh|cccd|cmnd|ngày|cấp|nơi|đv)\\b.*");
    private static final Pattern NUMBER_LINES = Pattern.compile("[\\n\\r;]+");
    private static final Pattern CARD_WORD = Pattern.compile("(?iu)^\\s*(?:số )?(?:thẻ|tđ|tđv)\\s*[:.]?\\s*(?=\\d)");
    private static final Pattern EMPTY_DATE = Pattern.compile("[\\s.…_/–-]*");
    private static final Pattern NOT_YET =
            Pattern.compile("(?iu)chưa.*|db|dự bị|đv ?db|(?:đang )?dự bị.*|không|không có|ko");

    private final IntakeContext context;
    private final CellNames cells;
    private final TableScan.Found table;
    private final TableScan.Person person;
    private final Row row;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<RosterField, Where> places = new EnumMap<>(RosterField.class);

    private RowReader(IntakeContext context, CellNames cells, TableScan.Found table, TableScan.Person person) {
        this.context = context;
        this.cells = cells;
        this.table = table;
        this.person = person;
        this.row = person.row();
    }

    /**
     * What was read of a row.
     *
     * @param name where its name stands
     * @param citizenId where its citizen id stands
     */
    record Result(MemberRecord record, List<Problem> problems, Where name, Where citizenId) {}

    static Result read(IntakeContext context, CellNames cells, TableScan.Found table, TableScan.Person person) {
        return new RowReader(context, cells, table, person).read();
    }

    private Result read() {
        if (row.hidden()) {
            add(ProblemCode.HIDDEN_ROW, Where.WHOLE_ROW);
        }
        var name = name();
        var birth = birth();
        var sex = sex();
        var ethnicity = ethnicity();
        var citizenId = number(RosterField.CITIZEN_ID, text -> NumberText.citizenId(text, sex, birth));
        var cardNumber = number(RosterField.CARD_NUMBER, NumberText::cardNumber);
        var admitted = partyDate(RosterField.ADMITTED_ON);
        var recognised = partyDate(RosterField.RECOGNISED_ON);
        var statusDate = partyDate(RosterField.STATUS_DATE);
        var cell = cell();
        var dates = new PartyDates(context, birth, admitted, recognised);
        dates.check(this::place).forEach(problems::add);
        var form = table.form().read(row, context.asOf(), problems);
        var standing = StandingSense.of(dates, statusCell(), place(RosterField.STATUS), problems);
        lookForFormulas();
        return new Result(
                new MemberRecord(
                        name,
                        sex,
                        birth,
                        ethnicity,
                        citizenId,
                        cardNumber,
                        admitted,
                        recognised,
                        standing,
                        statusDate,
                        cell,
                        form),
                problems,
                namePlace(),
                place(RosterField.CITIZEN_ID));
    }

    // Name

    private @Nullable String name() {
        var full = table.columns().column(RosterField.FULL_NAME);
        var text = full.isPresent() ? fullName(full.get()) : joinedName();
        if (text.isBlank()) {
            var column = full.or(() -> table.columns().column(RosterField.FAMILY_AND_MIDDLE_NAME))
                    .orElse(0);
            var isUnread = problems.stream().anyMatch(p -> p.isError() && p.field() == RosterField.FULL_NAME);
            if (!isUnread) {
                add(ProblemCode.MISSING_NAME, new Where(Cell.letter(column), RosterField.FULL_NAME, ""));
            }
            return null;
        }
        return text;
    }

    private String fullName(int column) {
        var cell = usable(RosterField.FULL_NAME);
        if (cell == null) {
            return "";
        }
        var own = table.columns().isShared(column) ? namePart(cell.text()) : firstLine(cell.text());
        return tidyName(own, cell, RosterField.FULL_NAME);
    }

    private String joinedName() {
        var family = usable(RosterField.FAMILY_AND_MIDDLE_NAME);
        var given = usable(RosterField.GIVEN_NAME);
        var text = (family == null ? "" : family.text()) + " " + (given == null ? "" : given.text());
        var cell = family == null ? given : family;
        return cell == null ? "" : tidyName(text, cell, RosterField.FULL_NAME);
    }

    private String tidyName(String text, Cell cell, RosterField field) {
        var name = NameText.of(text);
        if (name.hadExtraWords()) {
            add(ProblemCode.EXTRA_WORDS_IN_NAME, where(cell, field));
        }
        if (cell.script() == Script.UNICODE) {
            return name.text();
        }
        add(ProblemCode.LEGACY_ENCODING, where(cell, field));
        return name.withCapitals().text();
    }

    /** A name may carry a second line: another name, a post. The first is the member's own. */
    private static String firstLine(String text) {
        var lines = LINES.split(text.strip(), 2);
        return lines[0].isBlank() && lines.length > 1 ? lines[1] : lines[0];
    }

    private static String namePart(String text) {
        var parts = FIRST_DIGIT.matcher(text.strip());
        return firstLine(parts.matches() ? parts.group(1) : text);
    }

    // Dates

    private @Nullable PartialDate birth() {
        var columns = table.columns();
        if (columns.has(RosterField.BIRTH)) {
            return date(RosterField.BIRTH, RosterField.BIRTH, DateText.Kind.BIRTH, true);
        }
        if (columns.has(RosterField.BIRTH_MALE) || columns.has(RosterField.BIRTH_FEMALE)) {
            return birthBySex();
        }
        return columns.has(RosterField.BIRTH_YEAR) ? birthInParts() : null;
    }

    private @Nullable PartialDate birthBySex() {
        var male = at(RosterField.BIRTH_MALE);
        var female = at(RosterField.BIRTH_FEMALE);
        if (male != null && female != null) {
            add(ProblemCode.CONTRADICTORY_VALUES, where(female, RosterField.SEX));
            return null;
        }
        var column = male == null && female != null ? RosterField.BIRTH_FEMALE : RosterField.BIRTH_MALE;
        var present = table.columns().has(column) ? column : RosterField.BIRTH_FEMALE;
        return date(present, RosterField.BIRTH, DateText.Kind.BIRTH, true);
    }

    private @Nullable PartialDate birthInParts() {
        var year = usable(RosterField.BIRTH_YEAR);
        if (year == null) {
            missing(RosterField.BIRTH_YEAR, RosterField.BIRTH);
            return null;
        }
        var text = "%s/%s/%s"
                .formatted(
                        part(RosterField.BIRTH_DAY),
                        part(RosterField.BIRTH_MONTH),
                        year.text().strip());
        return judged(DateText.of(text, DateText.Kind.BIRTH, context.asOf()), where(year, RosterField.BIRTH));
    }

    private String part(RosterField field) {
        var cell = at(field);
        return cell == null || cell.text().isBlank() ? "0" : cell.text().strip();
    }

    private @Nullable PartialDate partyDate(RosterField field) {
        var isNeeded = field == RosterField.ADMITTED_ON;
        return table.columns().has(field) ? date(field, field, DateText.Kind.PARTY_LIFE, isNeeded) : null;
    }

    private @Nullable PartialDate date(RosterField column, RosterField field, DateText.Kind kind, boolean isNeeded) {
        var cell = usable(column);
        if (cell == null) {
            if (isNeeded && at(column) == null) {
                missing(column, field);
            }
            return null;
        }
        var where = where(cell, field);
        places.put(field, where);
        var text = dateText(column, cell);
        if (EMPTY_DATE.matcher(text).matches()
                || (!isNeeded && NOT_YET.matcher(text.strip()).matches())) {
            if (isNeeded) {
                missing(column, field);
            }
            return null;
        }
        var isWhole = text.equals(cell.text());
        var read = isWhole ? DateText.of(cell, kind, context.asOf()) : DateText.of(text, kind, context.asOf());
        return judged(read, where);
    }

    /** The part of a shared cell that is this date: the birth below the name, the recognition below the admission. */
    private String dateText(RosterField field, Cell cell) {
        if (!table.columns().isShared(cell.column())) {
            return cell.text();
        }
        if (field == RosterField.BIRTH) {
            var parts = FIRST_DIGIT.matcher(cell.text().strip());
            return parts.matches() ? firstLine(parts.group(2)) : "";
        }
        var lines = dateLines(cell.text().strip());
        var index = field == RosterField.RECOGNISED_ON ? 1 : 0;
        return index < lines.size() ? lines.get(index) : "";
    }

    private static List<String> dateLines(String text) {
        var lines = List.of(LINES.split(text, -1));
        var dates = ONE_DATE.matcher(text).results().map(MatchResult::group).toList();
        return lines.size() == 1 && dates.size() > 1 ? dates : lines;
    }

    private @Nullable PartialDate judged(DateText.Read read, Where where) {
        read.found().forEach(code -> add(code, where));
        return read.value();
    }

    // Sex, ethnicity

    private @Nullable Sex sex() {
        var columns = table.columns();
        if (columns.has(RosterField.SEX)) {
            return sexWord();
        }
        if (columns.has(RosterField.SEX_MALE) || columns.has(RosterField.SEX_FEMALE)) {
            return sexMark();
        }
        return columns.has(RosterField.BIRTH_MALE) || columns.has(RosterField.BIRTH_FEMALE)
                ? one(at(RosterField.BIRTH_MALE) != null, at(RosterField.BIRTH_FEMALE) != null)
                : null;
    }

    private @Nullable Sex sexWord() {
        var cell = usable(RosterField.SEX);
        if (cell == null || NumberText.isAbsent(cell.text())) {
            if (cell != null || at(RosterField.SEX) == null) {
                missing(RosterField.SEX, RosterField.SEX);
            }
            return null;
        }
        var text = table.columns().isShared(cell.column()) ? sharedSex(cell.text()) : cell.text();
        var sex = SexText.of(text);
        if (sex.isEmpty()) {
            add(ProblemCode.UNKNOWN_VALUE, where(cell, RosterField.SEX));
        }
        return sex.orElse(null);
    }

    private static String sharedSex(String text) {
        return PARTS.split(text.strip(), 2)[0];
    }

    private @Nullable Sex sexMark() {
        var male = mark(RosterField.SEX_MALE);
        var female = mark(RosterField.SEX_FEMALE);
        var column = table.columns().has(RosterField.SEX_FEMALE) ? RosterField.SEX_FEMALE : RosterField.SEX_MALE;
        if (male && female) {
            var cell = at(column);
            add(
                    ProblemCode.CONTRADICTORY_VALUES,
                    new Where(letter(column), RosterField.SEX, cell == null ? "" : cell.given()));
            return null;
        }
        var isPair =
                table.columns().has(RosterField.SEX_MALE) && table.columns().has(RosterField.SEX_FEMALE);
        if (!male && !female && isPair) {
            add(ProblemCode.MISSING_VALUE, new Where(letter(column), RosterField.SEX, ""));
            return null;
        }
        // A single column is marked for one sex only; the others are left blank.
        return isPair ? one(male, female) : (column == RosterField.SEX_FEMALE) == (male || female) ? Sex.F : Sex.M;
    }

    private boolean mark(RosterField field) {
        var cell = at(field);
        return cell != null && !cell.text().strip().matches("(?iu)0|-|không|ko|false");
    }

    private static @Nullable Sex one(boolean male, boolean female) {
        if (male == female) {
            return null;
        }
        return male ? Sex.M : Sex.F;
    }

    private @Nullable String ethnicity() {
        var cell = usable(RosterField.ETHNICITY);
        if (cell == null || NumberText.isAbsent(cell.text())) {
            return null;
        }
        var found =
                table.columns().isShared(cell.column()) ? sharedEthnicity(cell.text()) : Ethnicities.code(cell.text());
        if (found.isEmpty()) {
            add(ProblemCode.UNKNOWN_VALUE, where(cell, RosterField.ETHNICITY));
        }
        return found.orElse(null);
    }

    private static Optional<String> sharedEthnicity(String text) {
        var parts = PARTS.split(text.strip(), -1);
        return parts.length < 2 ? Optional.empty() : Ethnicities.code(parts[1]);
    }

    // Numbers

    private @Nullable String number(RosterField field, Function<String, NumberText.Read> reading) {
        var cell = usable(field);
        if (cell == null) {
            return null;
        }
        var read = reading.apply(numberLine(cell.text()));
        var where = where(cell, field);
        places.put(field, where);
        read.found().forEach(code -> add(code, where));
        return read.value();
    }

    /** A cell may hold further numbers below: of the file, of the badge. */
    private static String numberLine(String text) {
        for (var line : NUMBER_LINES.split(text.strip(), -1)) {
            if (!OTHER_NUMBER.matcher(line).matches()) {
                return CARD_WORD.matcher(line).replaceFirst("");
            }
        }
        return "";
    }

    // Cell of the Party, standing

    private @Nullable String cell() {
        var cell = usable(RosterField.CELL);
        var text = cell == null ? table.spreadCells().get(row.number()) : cell.text();
        if (text != null && !NumberText.isAbsent(text)) {
            var known = cells.exact(text);
            if (known.isEmpty()) {
                var given = cell == null ? text : cell.given();
                add(ProblemCode.UNKNOWN_CELL, new Where(letter(RosterField.CELL), RosterField.CELL, given));
            }
            return known.orElse(null);
        }
        var named = person.section() == null ? table.title() : person.section();
        return named == null ? onlyCell() : namedCell(named);
    }

    private @Nullable String namedCell(TableScan.NamedCell named) {
        if (named.known().isEmpty()) {
            add(ProblemCode.UNKNOWN_CELL, new Where(null, RosterField.CELL, named.given()));
        }
        return named.known().orElse(null);
    }

    private @Nullable String onlyCell() {
        if (context.cells().size() == 1) {
            return context.cells().getFirst();
        }
        var column = table.columns().has(RosterField.CELL) ? letter(RosterField.CELL) : null;
        problems.add(Problem.of(
                ProblemCode.MISSING_VALUE, Severity.WARNING, new Where(column, RosterField.CELL, ""), "", ""));
        return null;
    }

    private @Nullable Cell statusCell() {
        var cell = usable(RosterField.STATUS);
        if (cell != null) {
            places.put(RosterField.STATUS, where(cell, RosterField.STATUS));
        }
        return cell;
    }

    // Formulas

    private void lookForFormulas() {
        for (var cell : row.cells()) {
            var fields = table.columns().at(cell.column());
            var field = fields.isEmpty() ? null : fields.getFirst();
            if (cell.isText() && cell.formula() != null && isTextColumn(cell, field)) {
                add(ProblemCode.FORMULA_IN_DATA, new Where(cell.letter(), field, cell.given()));
            } else if (cell.isText() && cell.formula() == null && SafeText.looksLikeFormula(cell.text())) {
                add(ProblemCode.FORMULA_LIKE_TEXT, new Where(cell.letter(), field, cell.given()));
            }
        }
    }

    /** Columns of words; a formula that only builds a number or a running count is not worth a word. */
    private static boolean isTextColumn(Cell cell, @Nullable RosterField field) {
        return switch (field) {
            case null -> true;
            case CITIZEN_ID,
                    CARD_NUMBER,
                    BIRTH,
                    BIRTH_MALE,
                    BIRTH_FEMALE,
                    BIRTH_DAY,
                    BIRTH_MONTH,
                    BIRTH_YEAR,
                    ADMITTED_ON,
                    RECOGNISED_ON,
                    STATUS_DATE -> cell.given().toUpperCase(Locale.ROOT).contains("HYPERLINK");
            case FULL_NAME,
                    FAMILY_AND_MIDDLE_NAME,
                    GIVEN_NAME,
                    SEX,
                    SEX_MALE,
                    SEX_FEMALE,
                    ETHNICITY,
                    STATUS,
                    CELL,
                    NOTE -> true;
        };
    }

    // Cells

    private @Nullable Cell at(RosterField field) {
        return table.columns().column(field).map(row::at).orElse(null);
    }

    /** The cell of a field, or null when it is blank or holds nothing that can be read; says so in that case. */
    private @Nullable Cell usable(RosterField field) {
        var cell = at(field);
        if (cell == null) {
            return null;
        }
        var code = switch (cell.kind()) {
            case ERROR -> ProblemCode.ERROR_CELL;
            case NO_VALUE -> ProblemCode.FORMULA_WITHOUT_VALUE;
            case TEXT, NUMBER, DATE, BOOLEAN -> null;
        };
        if (code == null) {
            return cell;
        }
        add(code, where(cell, meant(field)));
        return null;
    }

    private static RosterField meant(RosterField column) {
        return switch (column) {
            case BIRTH_MALE, BIRTH_FEMALE, BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR -> RosterField.BIRTH;
            case SEX_MALE, SEX_FEMALE -> RosterField.SEX;
            case FULL_NAME,
                    FAMILY_AND_MIDDLE_NAME,
                    GIVEN_NAME,
                    SEX,
                    BIRTH,
                    ETHNICITY,
                    CITIZEN_ID,
                    CARD_NUMBER,
                    ADMITTED_ON,
                    RECOGNISED_ON,
                    STATUS,
                    STATUS_DATE,
                    CELL,
                    NOTE -> column;
        };
    }

    private void missing(RosterField column, RosterField field) {
        add(ProblemCode.MISSING_VALUE, new Where(letter(column), field, ""));
    }

    private Where namePlace() {
        var column = table.columns()
                .anyOf(RosterField.FULL_NAME, RosterField.FAMILY_AND_MIDDLE_NAME)
                .orElse(0);
        var cell = row.at(column);
        return new Where(Cell.letter(column), RosterField.FULL_NAME, cell == null ? "" : cell.given());
    }

    private Where place(RosterField field) {
        return places.getOrDefault(field, new Where(letter(field), field, ""));
    }

    private @Nullable String letter(RosterField field) {
        return table.columns().column(field).map(Cell::letter).orElse(null);
    }

    private static Where where(Cell cell, RosterField field) {
        return new Where(cell.letter(), field, cell.given());
    }

    private void add(ProblemCode code, Where where) {
        problems.add(Problem.of(code, where));
    }
}
