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
        var parts = regime.criteria(kind).stream()
                .map(criterion -> facts.values().get(Objects.requireNonNullElse(criterion.fact(), "")))
                .toList();
        var isAsked = regime.facts(kind).stream().anyMatch(fact -> fact.name().equals(TOTAL));
        var isWhole = !parts.isEmpty() && parts.stream().allMatch(BigDecimal.class::isInstance);
        if (!isAsked || !isWhole || facts.values().containsKey(TOTAL)) {
            return facts;
        }
        return facts.with(TOTAL, parts.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
