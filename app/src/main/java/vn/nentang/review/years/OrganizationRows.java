package vn.nentang.review.years;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.nentang.rulebook.Rulebook;

/** Years in a row of organisations from results at hand, by the ladders of the regimes they were decided under. */
public final class OrganizationRows {

    private static final Ladder UNKNOWN = new Ladder(List.of(), Set.of(), Set.of());

    private final Rulebook rulebook;
    private final Changes changes;
    private final Map<String, Ladder> ladders = new ConcurrentHashMap<>();

    public OrganizationRows(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.changes = new Changes(rulebook);
    }

    /** How many years in a row, up to and with the last, an organisation was on a good level or better. */
    public int good(Collection<YearResult> results, int founded, int last) {
        return row(results, founded).upTo(last, this::isGood).length();
    }

    YearsInARow row(Collection<YearResult> results, int founded) {
        return new YearsInARow(results, founded, changes);
    }

    Changes changes() {
        return changes;
    }

    boolean isTop(YearResult result) {
        return ladder(result).top().contains(result.code());
    }

    boolean isGood(YearResult result) {
        return ladder(result).good().contains(result.code());
    }

    private Ladder ladder(YearResult result) {
        return ladders.computeIfAbsent(
                result.regime(),
                id -> rulebook.findRegime(id)
                        .map(regime -> Ladder.of(regime, Ladder.ORGANIZATION))
                        .orElse(UNKNOWN));
    }
}
