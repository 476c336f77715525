package vn.nentang.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a number is shown, as far as it changes what it says: as a date, as a percentage, or with leading zeros. */
enum NumberFormat {
    PLAIN,
    DATE,
    PERCENT,
    PADDED;

    private static final Pattern NOT_CODE = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY_BEFORE_LEAP_BUG = 59;
    private static final double SERIAL_MAX = 2_958_465;
    private static final int PLAIN_DIGITS_MAX = 30;
    /** Spreadsheet programs keep and show 15 digits. */
    private static final MathContext SHEET_PRECISION = new MathContext(15);

    /** A number format and how many digits it pads to (0 where it does not). */
    record Code(NumberFormat format, int digits) {
        static final Code GENERAL = new Code(PLAIN, 0);
    }

    /** By the number of a built-in format, or the code of an own one. */
    static Code of(int id, @Nullable String code) {
        if (code != null && !code.isBlank()) {
            return ofCode(code);
        }
        var isDate = isIn(id, 14, 17) || id == 22 || isIn(id, 27, 31) || id == 36 || isIn(id, 50, 58);
        if (isDate) {
            return new Code(DATE, 0);
        }
        return id == 9 || id == 10 ? new Code(PERCENT, 0) : Code.GENERAL;
    }

    private static boolean isIn(int id, int first, int last) {
        return id >= first && id <= last;
    }

    private static Code ofCode(String code) {
        var first =
                NOT_CODE.matcher(code).replaceAll("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (first.indexOf('y') >= 0 || first.indexOf('d') >= 0) {
            return new Code(DATE, 0);
        }
        if (first.endsWith("%")) {
            return new Code(PERCENT, 0);
        }
        var digits = first.replaceAll("[ .\\-]", "");
        return digits.length() > 1 && digits.matches("#*0{2,}") && !first.contains(".")
                ? new Code(PADDED, (int) digits.chars().filter(c -> c == '0').count())
                : Code.GENERAL;
    }

    /** The day of a serial number, or null where there is none. */
    static @Nullable LocalDate day(double serial, boolean from1904) {
        if (!(serial >= 0 && serial < SERIAL_MAX + 1)) {
            return null;
        }
        var days = (long) serial;
        if (from1904) {
            return EPOCH_1904.plusDays(days);
        }
        return EPOCH_1900.plusDays(days <= LAST_DAY_BEFORE_LEAP_BUG ? days + 1 : days);
    }

    /** The number as a person reads it, without exponent where that is possible. */
    static String shown(double value, Code code) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        var decimal = new BigDecimal(Double.toString(value)).round(SHEET_PRECISION);
        if (code.format() == PERCENT) {
            return plain(decimal.movePointRight(2)) + "%";
        }
        var text = plain(decimal);
        return code.format() == PADDED && text.matches("\\d+") ? padded(text, code.digits()) : text;
    }

    private static String plain(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        var stripped = value.stripTrailingZeros();
        var digits = Math.max(stripped.precision(), Math.abs(stripped.precision() - stripped.scale()));
        return digits > PLAIN_DIGITS_MAX ? stripped.toString() : stripped.toPlainString();
    }

    private static String padded(String text, int digits) {
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
