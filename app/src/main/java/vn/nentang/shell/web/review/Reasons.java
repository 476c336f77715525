package vn.nentang.shell.web.review;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nentang.review.CheckedCondition;
import vn.nentang.review.Classification;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Texts;

/** What a classification came to and why, in the words of its regime. */
public final class Reasons {

    private final ReviewRegime regime;
    private final Texts texts;
    private final Map<String, String> levels = new HashMap<>();

    public Reasons(ReviewRegime regime, Texts texts) {
        this.regime = regime;
        this.texts = texts;
        regime.ladders()
                .forEach(ladder -> ladder.descending()
                        .forEach(level -> levels.putIfAbsent(level.code(), Labels.in(level.label(), texts))));
    }

    /** Null where nothing is asserted because a value is wrong. */
    public String outcome(@Nullable Classification classification) {
        return switch (classification) {
            case null -> texts.of("check.not-asserted");
            case Classification.Level(var code, var _, var discretion) ->
                discretion == null ? level(code) : level(code) + " " + texts.of("check.discretion");
            case Classification.NotClassified _ -> texts.of("check.not-classified");
            case Classification.NoLevelMatches _ -> texts.of("check.no-level-matches");
            case Classification.Undecided(var missing, var _) ->
                texts.of(
                        "check.missing",
                        missing.stream().sorted().map(this::fact).collect(Collectors.joining("; ")));
        };
    }

    private String level(String code) {
        return levels.getOrDefault(code, code);
    }

    public List<CheckPage.Reason> of(@Nullable Classification classification) {
        return classification == null
                ? List.of()
                : classification.conditions().stream().map(this::reason).toList();
    }

    private CheckPage.Reason reason(CheckedCondition checked) {
        var facts = checked.values().entrySet().stream()
                .map(e -> "%s = %s".formatted(fact(e.getKey()), value(e.getValue())))
                .collect(Collectors.joining("; "));
        return new CheckPage.Reason(
                levels.getOrDefault(checked.level(), texts.of("check.not-classified")),
                checked.truth().name().toLowerCase(Locale.ROOT),
                checked.condition().sentence(),
                checked.condition().source(),
                facts);
    }

    /** What a fact is called; a level that lacks its conditions stands under its own name. */
    private String fact(String name) {
        var fact = regime.facts().get(name);
        return fact == null ? level(name) : Labels.in(fact.label(), texts);
    }

    private String value(Object value) {
        if (value instanceof Boolean yes) {
            return texts.of(yes ? "yes" : "no");
        }
        return texts.has("grade." + value) ? texts.of("grade." + value) : value.toString();
    }
}
