package vn.nentang.review.years;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts years in a row, going back from one year. A year without a result breaks a row, and so does a year without a level,
 * and a change of regime across which results do not compare. Pure.
 */
final class YearsInARow {

    private final Map<Integer, YearResult> byYear;
    private final int founded;
    private final Changes changes;

    /** @param founded the year before which the subject did not exist; nothing is looked for there */
    YearsInARow(Collection<YearResult> results, int founded, Changes changes) {
        this.byYear = results.stream().collect(Collectors.toMap(YearResult::year, Function.identity()));
        this.founded = founded;
        this.changes = changes;
    }

    Streak upTo(int last, Predicate<YearResult> counts) {
        var year = last;
        YearResult later = null;
        var end = end(year, later, counts);
        while (end.isEmpty()) {
            later = byYear.get(year);
            year--;
            end = end(year, later, counts);
        }
        return new Streak(last - year, Math.min(year + 1, last), end.get());
    }

    private Optional<Streak.End> end(int year, @Nullable YearResult later, Predicate<YearResult> counts) {
        var one = byYear.get(year);
        if (one == null) {
            var why = year < founded ? Streak.Why.FOUNDED : Streak.Why.NO_RESULT;
            return Optional.of(new Streak.End(why, year, null));
        }
        if (one.level() == null) {
            return Optional.of(new Streak.End(Streak.Why.NOT_CLASSIFIED, year, one.notClassified()));
        }
        if (!counts.test(one)) {
            return Optional.of(new Streak.End(Streak.Why.ANOTHER_LEVEL, year, one.level()));
        }
        return later == null || changes.carry(one.regime(), later.regime())
                ? Optional.empty()
                : Optional.of(new Streak.End(Streak.Why.NOT_COMPARABLE, year, one.level()));
    }
}
