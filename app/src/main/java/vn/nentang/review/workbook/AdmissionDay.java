package vn.nentang.review.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.nentang.kernel.PartialDate;
import vn.nentang.sheet.Cell;

/** The day a member was admitted, as a sheet gives it: a date, day/month/year in text, or only a part of it. */
public final class AdmissionDay {

    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})\\s*[/.\\-\\s]\\s*(\\d{1,2})\\s*[/.\\-\\s]\\s*(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})\\s*[/.\\-]\\s*(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");
    private static final LocalDate SERIAL_EPOCH = LocalDate.of(1899, 12, 30);

    private AdmissionDay() {}

    static Optional<PartialDate> read(Cell cell) {
        if (cell.date() != null) {
            return Optional.of(PartialDate.of(cell.date()));
        }
        try {
            return read(cell.text().strip());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<PartialDate> read(String text) {
        if (ISO.matcher(text).matches()) {
            return Optional.of(PartialDate.parse(text));
        }
        if (SERIAL.matcher(text).matches()) {
            return Optional.of(PartialDate.of(SERIAL_EPOCH.plusDays(Long.parseLong(text))));
        }
        var day = DAY.matcher(text);
        if (day.matches()) {
            return Optional.of(new PartialDate(number(day.group(3)), number(day.group(2)), number(day.group(1))));
        }
        var month = MONTH.matcher(text);
        if (month.matches()) {
            return Optional.of(new PartialDate(number(month.group(2)), number(month.group(1)), null));
        }
        var year = YEAR.matcher(text);
        return year.matches() ? Optional.of(PartialDate.ofYear(number(year.group(1)))) : Optional.empty();
    }

    private static Integer number(String digits) {
        return Integer.valueOf(digits);
    }

    /** Whether the time had not passed on the day; empty where a partly known date leaves it open. */
    public static Optional<Boolean> isTooRecent(PartialDate admittedOn, Period least, LocalDate on) {
        var atEarliest = admittedOn.firstDay().plus(least).isAfter(on);
        var atLatest = admittedOn.lastDay().plus(least).isAfter(on);
        return atEarliest == atLatest ? Optional.of(atEarliest) : Optional.empty();
    }
}
