package vn.nentang.review.workbook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.rulebook.regime.Fact;
import vn.nentang.rulebook.regime.Facts;
import vn.nentang.rulebook.regime.RegimeOn;

/** The values of a regime's facts as people write them: 95 %, 95,5, có, Xuất sắc, HTT. */
public final class FactWords {

    private final RegimeOn regime;
    private final String kind;
    private @Nullable LevelNames levels;

    /** @param kind a kind of subject of the regime; its levels may be written in any of their names */
    public FactWords(RegimeOn regime, String kind) {
        this.regime = regime;
        this.kind = kind;
    }

    /** Most facts are numbers, and never ask. */
    private LevelNames levels() {
        var known = levels == null ? new LevelNames(regime.ladder(kind)) : levels;
        levels = known;
        return known;
    }

    /** The facts with one more; empty where the text is no value of that fact. */
    public Optional<Facts> read(Facts facts, Fact fact, String text) {
        return switch (fact.type()) {
            case DECIMAL -> Figures.decimal(text).map(value -> facts.with(fact.name(), value));
            case WHOLE -> Figures.count(text).map(value -> facts.with(fact.name(), value));
            case FLAG -> Figures.yesOrNo(text).map(value -> facts.with(fact.name(), value));
            case GRADE -> grade(fact, text).map(word -> facts.with(fact.name(), word));
        };
    }

    /** The code of the level a text names: HTXS, “Hoàn thành tốt”. Empty where it names none. */
    public Optional<String> level(String text) {
        return levels().code(text);
    }

    /** The word of a fact's scale that a text names: “Xuất sắc” for XUAT_SAC. */
    private Optional<String> grade(Fact fact, String text) {
        var named = Words.joined(text);
        return fact.scale().rising().stream()
                .filter(word -> Words.joined(word.replace("_", "")).equals(named))
                .findFirst()
                .or(() -> levels().code(text).filter(fact.scale().rising()::contains));
    }
}
