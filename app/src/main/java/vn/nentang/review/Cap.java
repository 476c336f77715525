package vn.nentang.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.Ruling;
import vn.nentang.rulebook.regime.ReviewRegime;

/**
 * The check of the top level against its cap, in one group of similar subjects. The text measures the top level against
 * the number on the level below; practice often measures against both together, so both are given. Nothing is rounded
 * before it is compared: no national rule on rounding is known.
 *
 * @param top how many stand on the top level
 * @param base how many stand on the level it is measured against
 * @param limit the share, with its article
 * @param raised the share where results are outstanding and a decision says so; null where the regime knows none
 */
public record Cap(
        String topCode,
        String baseCode,
        int top,
        int base,
        Ruling limit,
        @Nullable Ruling raised) {

    private static final int RATIO_DIGITS = 4;

    /** The cap of a regime on one day, on these counts; empty where no limit is in force. */
    public static Optional<Cap> of(ReviewRegime.Cap rule, RulesOn rules, int top, int base) {
        var raised =
                Optional.ofNullable(rule.raised()).flatMap(rules::findRuling).orElse(null);
        return rules.findRuling(rule.limit()).map(limit -> new Cap(rule.top(), rule.base(), top, base, limit, raised));
    }

    /** Top over base, four digits; empty when nobody stands on the base level. */
    public Optional<BigDecimal> ratio() {
        return ratio(base);
    }

    /** Top over top and base together, four digits. */
    public Optional<BigDecimal> ratioOfBoth() {
        return ratio(top + base);
    }

    public boolean isExceeded() {
        return isExceededAt(limit.number(), base);
    }

    /** Whether the share would be exceeded if measured against both levels together. */
    public boolean isExceededOfBoth() {
        return isExceededAt(limit.number(), top + base);
    }

    /** Empty where the regime knows no raised share. */
    public Optional<Boolean> isExceededAtRaised() {
        return Optional.ofNullable(raised).map(share -> isExceededAt(share.number(), base));
    }

    /** How many of those on the two levels may stand on the top one, the others on the base. */
    public int allowed() {
        return allowed(limit.number(), top + base);
    }

    /** The same by another share. */
    public int allowedAt(BigDecimal share) {
        return allowed(share, top + base);
    }

    /** The same by the share and the measure that decisions name. */
    public int allowed(CapTerms terms) {
        var share = terms.raised() && raised != null ? raised.number() : limit.number();
        return terms.ofBoth() ? ofBoth(share) : allowed(share, top + base);
    }

    /** How many may stand on the top level if the limit were measured against both levels together. */
    public int allowedOfBoth() {
        return ofBoth(limit.number());
    }

    private int ofBoth(BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(top + base))
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }

    /** How many stand on the top level beyond what is allowed; zero while the cap holds. */
    public int excess() {
        return excessAt(limit.number());
    }

    /** The same, measured by another share. */
    public int excessAt(BigDecimal share) {
        return Math.max(0, top - allowed(share, top + base));
    }

    /** The greatest whole x with x at most the share of the other n − x. */
    public static int allowed(BigDecimal share, int n) {
        return share.multiply(BigDecimal.valueOf(n))
                .divide(BigDecimal.ONE.add(share), 0, RoundingMode.FLOOR)
                .intValueExact();
    }

    private boolean isExceededAt(BigDecimal share, int of) {
        return BigDecimal.valueOf(top).compareTo(share.multiply(BigDecimal.valueOf(of))) > 0;
    }

    private Optional<BigDecimal> ratio(int of) {
        return of == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(top).divide(BigDecimal.valueOf(of), RATIO_DIGITS, RoundingMode.HALF_UP));
    }
}
