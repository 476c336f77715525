package vn.nentang.shell.web.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.rulebook.Edition;
import vn.nentang.rulebook.Instrument;
import vn.nentang.rulebook.Parameter;
import vn.nentang.rulebook.Ruling;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.Page;

/**
 * All rules as of one day.
 *
 * @param edition which rules these are
 * @param uncertainOnly whether only those are shown whose text was not read in the original
 */
public record RulesPage(
        Edition edition,
        boolean uncertainOnly,
        List<Line> parameters,
        List<ReviewRegime> regimes,
        List<Instrument> instruments)
        implements Page {

    public RulesPage {
        parameters = List.copyOf(parameters);
        regimes = List.copyOf(regimes);
        instruments = List.copyOf(instruments);
    }

    /**
     * A parameter and what holds on the day.
     *
     * @param ruling null before its first value and after its end
     */
    public record Line(Parameter parameter, @Nullable Ruling ruling) {}

    @Override
    public String template() {
        return "rules/rules";
    }
}
