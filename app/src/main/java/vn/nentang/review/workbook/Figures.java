package vn.nentang.review.workbook;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers and yes-or-no as people type them. */
final class Figures {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}([.,]\\d{1,12})?");
    private static final Pattern SPACES = Pattern.compile("[%\\s\\u00a0\\u202f]");
    private static final Set<String> YES =
            Set.of("x", "co", "dat", "bao dam", "dam bao", "yes", "true", "1", "v", "ok");
    private static final Set<String> NO =
            Set.of("khong", "khong dat", "chua dat", "chua", "khong bao dam", "khong dam bao", "no", "false", "0", "k");
    private static final Set<String> TICKS = Set.of("✓", "✔", "☑", "×", "✗");

    private Figures() {}

    /** {@code 26,4}, {@code 26.4}, {@code 95 %}, {@code 100%}; the percent sign is left out. Exact. */
    static Optional<BigDecimal> decimal(String text) {
        var plain = SPACES.matcher(text).replaceAll("");
        return NUMBER.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain.replace(',', '.')))
                : Optional.empty();
    }

    /** A count of people or votes; empty for anything that is not a whole number of at least zero. */
    static Optional<Integer> count(String text) {
        return decimal(text)
                .filter(number -> number.stripTrailingZeros().scale() <= 0 && number.signum() >= 0)
                .filter(number -> number.precision() - number.scale() <= 9)
                .map(BigDecimal::intValueExact);
    }

    static Optional<Boolean> yesOrNo(String text) {
        if (TICKS.contains(text.strip())) {
            return Optional.of(true);
        }
        var words = Words.of(text);
        if (YES.contains(words)) {
            return Optional.of(true);
        }
        return NO.contains(words) ? Optional.of(false) : Optional.empty();
    }
}
