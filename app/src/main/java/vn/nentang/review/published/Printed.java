package vn.nentang.review.published;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A number as it was printed, and how far rounding may have moved it.
 *
 * @param decimals how many decimals the place printed; YAML drops zeros at the end, so it is not always those of the value
 */
record Printed(BigDecimal value, int decimals) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    static Printed of(BigDecimal value) {
        return new Printed(value, Math.max(0, value.scale()));
    }

    Printed withDecimals(int atLeast) {
        return new Printed(value, Math.max(decimals, atLeast));
    }

    BigDecimal low() {
        return value.subtract(halfStep()).max(BigDecimal.ZERO);
    }

    BigDecimal high() {
        return value.add(halfStep());
    }

    private BigDecimal halfStep() {
        return HALF.scaleByPowerOfTen(-decimals);
    }

    /** Whether rounding alone may explain that this was printed for a quotient between the two bounds. */
    boolean mayBe(BigDecimal least, BigDecimal most) {
        return low().compareTo(most) <= 0 && high().compareTo(least) >= 0;
    }

    static BigDecimal percentOf(BigDecimal part, BigDecimal whole) {
        return part.scaleByPowerOfTen(2).divide(whole, MathContext.DECIMAL64);
    }
}
