package vn.nentang.rulebook;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.nentang.rulebook.regime.RegimeOn;

/** The rulebook as of one day. */
public record RulesOn(Rulebook rulebook, LocalDate date) {

    /** The value in force; {@link NothingInForce} before the parameter's first value and after its end. */
    public Ruling ruling(String key) {
        return findRuling(key).orElseThrow(() -> new NothingInForce(key, date));
    }

    /** Empty before the parameter's first value and after its end. */
    public Optional<Ruling> findRuling(String key) {
        var parameter = rulebook.parameter(key);
        return Optional.ofNullable(parameter.values().byStart().floorEntry(date))
                .flatMap(entry -> ruling(parameter, entry));
    }

    private static Optional<Ruling> ruling(Parameter parameter, Map.Entry<LocalDate, Parameter.Value> entry) {
        var value = entry.getValue();
        return value.text() == null
                ? Optional.empty()
                : Optional.of(
                        new Ruling(parameter.key(), parameter.unit(), value.text(), entry.getKey(), value.source()));
    }

    /**
     * What is to be shown of one rule: a parameter, a condition ({@code QD366.htt.score}), a regime or an instrument.
     * {@link UnknownRule} for any other key, {@link NothingInForce} when it does not hold on the day.
     */
    public RuleView view(String key) {
        return new RuleViews(rulebook, date).of(key);
    }

    public Optional<RegimeOn> findRegime() {
        return rulebook.findRegime(date);
    }
}
