package vn.nentang.membership.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;
import vn.nentang.sheet.Cell;

/**
 * Reads a date as offices write it: day first, parts left out or as zeros, years of two digits, spreadsheet serial
 * numbers. Nothing is filled up; what cannot be read is named.
 */
final class DateText {

    private static final int YOUNGEST_AGE = 17;
    private static final int OLDEST_PARTY_YEAR = 1930;
    private static final int OLDEST_BIRTH_AGE = 120;
    private static final int SERIAL_MIN = 3_000;
    private static final int SERIAL_MAX = 80_000;
    private static final LocalDate SERIAL_EPOCH = LocalDate.of(1899, 12, 30);

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})[-/.](\\d{1,2})");
    private static final Pattern PARTS = Pattern.compile(
            "([\\d?_x*.…]{1,4}|-{1,2})\\s*[-/.,\\\\ ]\\s*([\\d?_x*…]{1,3}|-{1,2})\\s*[-/.,\\\\ ]\\s*(\\d{2}|\\d{4})(?: +\\d{1,2}:\\d{2}(?::\\d{2})?)?");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})\\s*[-/.,\\\\ ]\\s*(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern LONG_FORM = Pattern.compile(
            "(?:ngày)?\\s*(\\d{1,2})?\\s*(?:tháng|thg|th|t)\\.?\\s*(\\d{1,2})\\s*[,/.-]?\\s*(?:năm)?\\s*(\\d{4})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern YEAR_FORM =
            Pattern.compile("(?:năm|khoảng|sn|sinh năm)\\s*(\\d{4})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern RUN_TOGETHER = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern DAMAGE = Pattern.compile("([-/.,\\\\])[\\s]*(?:[-/.,\\\\]\\s*)+");
    private static final Pattern UNKNOWN_PART = Pattern.compile("[?_x*.…-]+|0+");

    /** For whom a date can mean what. */
    enum Kind {
        BIRTH,
        PARTY_LIFE
    }

    /** What was read, and what was noticed on the way; the value is null where an error was found. */
    record Read(@Nullable PartialDate value, Set<ProblemCode> found) {

        static Read error(ProblemCode code) {
            return new Read(null, EnumSet.of(code));
        }
    }

    private final Kind kind;
    private final LocalDate asOf;
    private final Set<ProblemCode> found = EnumSet.noneOf(ProblemCode.class);

    private DateText(Kind kind, LocalDate asOf) {
        this.kind = kind;
        this.asOf = asOf;
    }

    static Read of(Cell cell, Kind kind, LocalDate asOf) {
        var date = cell.date();
        if (date != null) {
            return new DateText(kind, asOf).judged(PartialDate.of(date));
        }
        return of(cell.text(), kind, asOf);
    }

    static Read of(String text, Kind kind, LocalDate asOf) {
        return new DateText(kind, asOf).read(text);
    }

    private Read read(String raw) {
        var text = cleaned(raw);
        try {
            var value = parsed(text);
            return value == null ? Read.error(ProblemCode.NOT_A_DATE) : judged(value);
        } catch (DateTimeException _) {
            return Read.error(ProblemCode.IMPOSSIBLE_DATE);
        }
    }

    private String cleaned(String raw) {
        var text = Words.tidy(raw).replaceFirst("^['’`]", "").strip();
        var digits = text.replaceAll("(?<=[\\d/.\\-])[oO](?=[\\d/.\\-]|$)|(?<=^|[/.\\-])[oO](?=[\\doO])", "0");
        if (!digits.equals(text)) {
            found.add(ProblemCode.LETTERS_FOR_DIGITS);
        }
        var whole = digits.replaceFirst("^[-/.,;:\\s]+(?=\\d)", "").replaceFirst("(?<=\\d)[-/.,;:\\s]+$", "");
        var mended = DAMAGE.matcher(whole).replaceAll("$1");
        if (!mended.equals(digits)) {
            found.add(ProblemCode.MALFORMED_DATE);
        }
        return mended;
    }

    private @Nullable PartialDate parsed(String text) {
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(3), iso.group(2), Integer.parseInt(iso.group(1)));
        }
        var parts = PARTS.matcher(text);
        if (parts.matches()) {
            return dayFirst(parts.group(1), parts.group(2), parts.group(3));
        }
        var month = MONTH_YEAR.matcher(text);
        if (month.matches()) {
            return date("0", month.group(1), Integer.parseInt(month.group(2)));
        }
        return YEAR.matcher(text).matches() ? PartialDate.ofYear(Integer.parseInt(text)) : rarer(text);
    }

    private @Nullable PartialDate rarer(String text) {
        var words = LONG_FORM.matcher(text);
        if (words.matches()) {
            return date(
                    words.group(1) == null ? "0" : words.group(1), words.group(2), Integer.parseInt(words.group(3)));
        }
        var year = YEAR_FORM.matcher(text);
        if (year.matches()) {
            return PartialDate.ofYear(Integer.parseInt(year.group(1)));
        }
        var isoMonth = ISO_MONTH.matcher(text);
        if (isoMonth.matches()) {
            return date("0", isoMonth.group(2), Integer.parseInt(isoMonth.group(1)));
        }
        var together = RUN_TOGETHER.matcher(text);
        if (together.matches()) {
            found.add(ProblemCode.MALFORMED_DATE);
            return dayFirst(together.group(1), together.group(2), together.group(3));
        }
        return serial(text);
    }

    private @Nullable PartialDate serial(String text) {
        if (!text.matches("\\d{4,5}(?:\\.\\d+)?")) {
            return null;
        }
        var days = (int) Double.parseDouble(text);
        if (days < SERIAL_MIN || days > SERIAL_MAX) {
            return null;
        }
        found.add(ProblemCode.SERIAL_DATE);
        return PartialDate.of(SERIAL_EPOCH.plusDays(days));
    }

    private PartialDate dayFirst(String day, String month, String year) {
        var number = Integer.parseInt(year);
        return date(day, month, year.length() == 2 ? century(number) : number);
    }

    private PartialDate date(String dayText, String monthText, int year) {
        var day = part(dayText);
        var month = part(monthText);
        if (month > 12 && day >= 1 && day <= 12) {
            found.add(ProblemCode.MONTH_DAY_SWAPPED);
            return new PartialDate(year, day, month);
        }
        if (month == 0) {
            if (day != 0) {
                throw new DateTimeException("a day without its month");
            }
            return PartialDate.ofYear(year);
        }
        return day == 0 ? new PartialDate(year, month, null) : new PartialDate(year, month, day);
    }

    private static int part(String text) {
        return UNKNOWN_PART.matcher(text).matches() ? 0 : Integer.parseInt(text);
    }

    /** Two digits stand for the one century that is possible: for a living adult, or since there has been a Party. */
    private int century(int year) {
        var recent = 2000 + year;
        if (kind == Kind.BIRTH) {
            return recent <= asOf.getYear() - YOUNGEST_AGE ? recent : 1900 + year;
        }
        return recent <= asOf.getYear() ? recent : 1900 + year;
    }

    private Read judged(PartialDate value) {
        if (value.firstDay().isAfter(asOf)) {
            return Read.error(ProblemCode.FUTURE_DATE);
        }
        var earliest = kind == Kind.BIRTH ? asOf.getYear() - OLDEST_BIRTH_AGE : OLDEST_PARTY_YEAR;
        if (value.year() < earliest) {
            return Read.error(ProblemCode.IMPLAUSIBLE_DATE);
        }
        if (!value.isComplete()) {
            found.add(ProblemCode.PARTIAL_DATE);
        }
        return new Read(value, found);
    }
}
