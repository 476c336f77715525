package vn.nentang.review.years;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.Ruling;

/**
 * Which rewards results on the top level may be proposed for, by the list {@code review-reward}; the competent level chooses
 * and decides. The list names levels and spans of years, the parameters the years, the multiples and the base salary.
 */
public final class Rewards {

    private static final String LIST = "review-reward";
    private static final String SALARY = "review.reward.base-salary";
    private static final String YEARS = "review.reward.years";

    private final RulesOn rules;

    public Rewards(RulesOn rules) {
        this.rules = rules;
    }

    /** Who is rewarded. */
    public enum Subject {
        CELL("cell"),
        GRASSROOTS("grassroots"),
        MEMBER("member");

        private final String code;

        Subject(String code) {
            this.code = code;
        }
    }

    /**
     * One reward that may be proposed.
     *
     * @param years how many years in a row it asks for
     * @param money that goes with it; null where the rulebook knows none
     */
    public record Reward(
            String code,
            Label label,
            int years,
            Citation source,
            @Nullable Money money) {}

    /** Dong, rounded down to the whole, and what it is computed from. */
    public record Money(BigDecimal dong, Ruling times, Ruling salary) {}

    /** All rewards of a subject, shortest span first as the list has them; none where the list has none on the day. */
    public List<Reward> of(Subject subject) {
        var list = rules.rulebook().codeList(LIST);
        return list.on(rules.date()).stream()
                .filter(code -> subject.code.equals(code.with().get("subject")))
                .flatMap(code -> reward(code, list.source()).stream())
                .toList();
    }

    /** Those that a row of years on the top level reaches. */
    public List<Reward> reached(Subject subject, Streak top) {
        return of(subject).stream()
                .filter(reward -> top.length() >= reward.years())
                .toList();
    }

    private Optional<Reward> reward(CodeList.Code code, Citation source) {
        var span = code.with().getOrDefault("span", "");
        var years =
                span.equals("year") ? Optional.of(1) : rules.findRuling(YEARS).map(Ruling::wholeNumber);
        return years.map(count ->
                new Reward(code.code(), code.label(), count, source, money(code).orElse(null)));
    }

    private Optional<Money> money(CodeList.Code code) {
        var times = Optional.ofNullable(code.with().get("times")).flatMap(rules::findRuling);
        return times.flatMap(multiple -> rules.findRuling(SALARY)
                .map(salary -> new Money(
                        multiple.number().multiply(salary.number()).setScale(0, RoundingMode.DOWN), multiple, salary)));
    }
}
