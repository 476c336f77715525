package vn.nentang.rulebook.regime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelValidationException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Rulebook;

/** What is planned means what the rule language means, whatever is known and whatever is missing. */
final class PlanTests {

    private static final Rulebook RULEBOOK = Rulebook.load();
    private static final int TRIES = 400;

    static Stream<ReviewRegime> regimes() {
        return RULEBOOK.regimes().stream();
    }

    private static Stream<Expression> conditions(ReviewRegime regime) {
        return Stream.of(
                        regime.exclusions().stream().map(ReviewRegime.Exclusion::condition),
                        regime.rules().stream().flatMap(rule -> rule.conditions().stream()),
                        regime.discretion().stream().map(ReviewRegime.Discretion::condition))
                .flatMap(all -> all)
                .map(Condition::when);
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void every_condition_of_the_rulebook_is_planned(ReviewRegime regime) {
        assertThat(conditions(regime)).allMatch(Expression::isPlanned);
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void every_condition_comes_out_as_the_language_says(ReviewRegime regime) {
        var random = new Random(366);
        var on = new RegimeOn(regime, regime.during().from());
        for (int i = 0; i < TRIES; i++) {
            var known = on.know(someFacts(regime, random));
            assertThat(conditions(regime))
                    .allSatisfy(one ->
                            assertThat(one.on(known)).as("%s on %s", one, known).isEqualTo(one.byTheLanguage(known)));
        }
    }

    /** Some given near the limits of the rulebook, some said to be unknown, some not spoken of. */
    private static Facts someFacts(ReviewRegime regime, Random random) {
        var facts = Facts.NONE;
        for (var fact : regime.facts().values()) {
            facts = switch (random.nextInt(5)) {
                case 0 -> facts;
                case 1 -> facts.withUnknown(fact.name());
                default -> given(facts, fact, random);
            };
        }
        return facts;
    }

    private static Facts given(Facts facts, Fact fact, Random random) {
        return switch (fact.type()) {
            case DECIMAL ->
                random.nextBoolean()
                        ? facts.with(fact.name(), random.nextInt(12) * 10L)
                        : facts.with(fact.name(), BigDecimal.valueOf(random.nextInt(12_000), 2));
            case WHOLE -> facts.with(fact.name(), (long) random.nextInt(6));
            case FLAG -> facts.with(fact.name(), random.nextBoolean());
            case GRADE ->
                facts.with(
                        fact.name(),
                        fact.scale()
                                .rising()
                                .get(random.nextInt(fact.scale().rising().size())));
        };
    }

    private static final Fact POINTS = fact("points", Fact.Type.DECIMAL);
    private static final Fact COUNT = fact("count", Fact.Type.WHOLE);
    private static final Fact DONE = fact("done", Fact.Type.FLAG);

    private static Fact fact(String name, Fact.Type type) {
        return new Fact(name, type, Scale.NONE, new Label(name, name), null);
    }

    private static Known known(Facts facts) {
        var declared = Stream.of(POINTS, COUNT, DONE).collect(Collectors.toMap(Fact::name, fact -> fact));
        return new Known(new Known.Declared(declared, List.of()), facts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "points + 0.1 > 89.99",
                "points * 2 - count >= 3.5",
                "2 * count == 6 || !done",
                "done && (points < 50 || count != 3)",
                "!(done || points <= 10.5)",
                "true && points >= 0"
            })
    void a_sentence_made_up_of_parts_comes_out_as_the_language_says(String text) throws CelValidationException {
        var expression = new RuleLanguage(List.of(POINTS, COUNT, DONE), List.of()).compile(text);
        assertThat(expression.isPlanned()).isTrue();
        var random = new Random(43);
        for (int i = 0; i < TRIES; i++) {
            var facts = Facts.NONE;
            for (var fact : List.of(POINTS, COUNT, DONE)) {
                facts = random.nextInt(4) == 0 ? facts : given(facts, fact, random);
            }
            var known = known(facts);
            assertThat(expression.on(known)).as("%s", facts).isEqualTo(expression.byTheLanguage(known));
        }
    }

    @Test
    void what_is_not_planned_stays_with_the_language() throws CelValidationException {
        var language = new RuleLanguage(List.of(POINTS, COUNT, DONE), List.of());
        var expression = language.compile("(done ? points : points * 2) > 10");
        assertThat(expression.isPlanned()).isFalse();
        assertThat(expression.on(known(Facts.NONE.with("points", 6).with("done", false))))
                .isEqualTo(Truth.HOLDS);
        assertThat(expression.on(known(Facts.NONE.with("points", 6).with("done", true))))
                .isEqualTo(Truth.FAILS);
    }
}
