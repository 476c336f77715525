package vn.nentang.membership.intake;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;
import vn.nentang.membership.intake.MemberRecord.Sex;

/** Reads citizen ids and Party card numbers: 12 digits as text, never padded unless only zeros can have been lost. */
final class NumberText {

    private static final int DIGITS = 12;
    private static final int OLD_ID_DIGITS = 9;
    private static final int ZEROS_LOST_MAX = 2;
    private static final int PROVINCE_CODE_MAX = 96;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.,'’`\"_/\\-]+");
    private static final Pattern EXPONENT = Pattern.compile("\\d+(?:[.,]\\d+)?[eE]\\s*\\+?\\s*\\d+");
    private static final Pattern FILLER = Pattern.compile("(\\d)\\1{4,}|0?123456789\\d{0,3}");
    private static final Pattern NO_VALUE = Pattern.compile(
            "|0|x|k|ko|không(?: có| rõ)?|chưa(?: có| cấp| làm| đổi| rõ| nhận| được cấp)?(?: thẻ)?|đang (?:cấp|làm|đổi|chờ).*|n/?a|mất(?: thẻ)?|thất lạc|null|none|[?….*]+");

    /** What was read, and what was noticed; the value is null where there is none that can be used. */
    record Read(@Nullable String value, Set<ProblemCode> found) {

        private static Read none(ProblemCode code) {
            return new Read(null, EnumSet.of(code));
        }
    }

    private final String digits;
    private final Set<ProblemCode> found = EnumSet.noneOf(ProblemCode.class);

    private NumberText(String raw) {
        var packed = SEPARATORS.matcher(Words.tidy(raw)).replaceAll("");
        if (packed.matches("(?=.*\\d)[\\doO]+") && packed.matches(".*[oO].*")) {
            found.add(ProblemCode.LETTERS_FOR_DIGITS);
            packed = packed.replaceAll("[oO]", "0");
        }
        this.digits = packed;
    }

    /** Whether the text says that there is no number. */
    static boolean isAbsent(String raw) {
        var text = Words.tidy(raw).toLowerCase(java.util.Locale.ROOT);
        return NO_VALUE.matcher(text).matches()
                || SEPARATORS.matcher(text).replaceAll("").isEmpty();
    }

    /** A citizen id; what the row says of sex and birth decides whether lost zeros may be restored. */
    static Read citizenId(String raw, @Nullable Sex sex, @Nullable PartialDate birth) {
        if (isAbsent(raw)) {
            return new Read(null, Set.of());
        }
        return new NumberText(raw).citizenId(EXPONENT.matcher(Words.tidy(raw)).matches(), sex, birth);
    }

    private Read citizenId(boolean isExponent, @Nullable Sex sex, @Nullable PartialDate birth) {
        if (isExponent) {
            return Read.none(ProblemCode.DIGITS_LOST);
        }
        if (FILLER.matcher(digits).matches()) {
            return Read.none(ProblemCode.PLACEHOLDER_VALUE);
        }
        if (digits.length() == OLD_ID_DIGITS && isDigits()) {
            return Read.none(ProblemCode.OLD_ID_NUMBER);
        }
        if (isDigits() && digits.length() == DIGITS) {
            noteMismatch(sex, birth);
            return new Read(digits, found);
        }
        var restored = withZeros();
        if (restored == null || !isProvince(restored) || !fitsSex(restored, sex) || !fitsBirth(restored, birth)) {
            return wrongLength();
        }
        found.add(ProblemCode.LOST_LEADING_ZEROS);
        return new Read(restored, found);
    }

    /** A card number: its inner structure is not looked at. */
    static Read cardNumber(String raw) {
        if (isAbsent(raw)) {
            return new Read(null, Set.of());
        }
        return new NumberText(raw).cardNumber(EXPONENT.matcher(Words.tidy(raw)).matches());
    }

    private Read cardNumber(boolean isExponent) {
        if (isExponent) {
            return Read.none(ProblemCode.DIGITS_LOST);
        }
        if (FILLER.matcher(digits).matches()) {
            return Read.none(ProblemCode.PLACEHOLDER_VALUE);
        }
        if (isDigits() && digits.length() == DIGITS) {
            return new Read(digits, found);
        }
        var restored = withZeros();
        if (restored == null) {
            return wrongLength();
        }
        found.add(ProblemCode.LOST_LEADING_ZEROS);
        return new Read(restored, found);
    }

    private Read wrongLength() {
        found.add(ProblemCode.WRONG_LENGTH);
        return new Read(null, found);
    }

    /** The number with the zeros a spreadsheet drops; null where it cannot have lost zeros alone. */
    private @Nullable String withZeros() {
        var lost = DIGITS - digits.length();
        var canHaveLost = isDigits() && lost >= 1 && lost <= ZEROS_LOST_MAX && !digits.startsWith("0");
        return canHaveLost ? "0".repeat(lost) + digits : null;
    }

    private boolean isDigits() {
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void noteMismatch(@Nullable Sex sex, @Nullable PartialDate birth) {
        if (!fitsSex(digits, sex)) {
            found.add(ProblemCode.ID_SEX_MISMATCH);
        }
        if (!fitsBirth(digits, birth)) {
            found.add(ProblemCode.ID_BIRTH_MISMATCH);
        }
    }

    private static boolean isProvince(String id) {
        var province = Integer.parseInt(id.substring(0, 3));
        return province >= 1 && province <= PROVINCE_CODE_MAX;
    }

    /** The fourth digit is even for men and odd for women, in every century. */
    private static boolean fitsSex(String id, @Nullable Sex sex) {
        return sex == null || (id.charAt(3) - '0') % 2 == (sex == Sex.M ? 0 : 1);
    }

    private static boolean fitsBirth(String id, @Nullable PartialDate birth) {
        return birth == null || Integer.parseInt(id.substring(4, 6)) == birth.year() % 100;
    }
}
