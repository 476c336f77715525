package vn.nentang.review;

import java.math.BigDecimal;
import java.util.Objects;
import vn.nentang.rulebook.regime.Facts;
import vn.nentang.rulebook.regime.RegimeOn;

/** The total of points, where a regime asks for one. */
public final class Score {

    /** The fact that carries the total. */
    public static final String TOTAL = "score";

    private Score() {}

    /** The facts with the total of the parts, where every part is given and no total is. */
    public static Facts summed(RegimeOn regime, String kind, Facts facts) {
        if (facts.values().containsKey(TOTAL) || !asksForTotal(regime, kind)) {
            return facts;
        }
        var sum = BigDecimal.ZERO;
        var criteria = regime.criteria(kind);
        for (var criterion : criteria) {
            if (!(facts.values().get(Objects.requireNonNullElse(criterion.fact(), "")) instanceof BigDecimal points)) {
                return facts;
            }
            sum = sum.add(points);
        }
        return criteria.isEmpty() ? facts : facts.with(TOTAL, sum);
    }

    private static boolean asksForTotal(RegimeOn regime, String kind) {
        for (var fact : regime.facts(kind)) {
            if (fact.name().equals(TOTAL)) {
                return true;
            }
        }
        return false;
    }
}
