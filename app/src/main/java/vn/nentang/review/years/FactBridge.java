package vn.nentang.review.years;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.Fact;
import vn.nentang.rulebook.regime.Facts;
import vn.nentang.rulebook.regime.ReviewRegime;

/**
 * Reads facts recorded under one regime as another regime asks for them, by the list {@code review-fact-bridge}. What the
 * first did not ask for is unknown, never assumed: nobody could have recorded it. Pure.
 */
public final class FactBridge {

    private static final String LIST = "review-fact-bridge";

    private final List<CodeList.Code> bridges;
    private final ReviewRegime from;
    private final ReviewRegime to;

    public FactBridge(Rulebook rulebook, ReviewRegime from, ReviewRegime to) {
        this.bridges = rulebook.codeList(LIST).codes();
        this.from = from;
        this.to = to;
    }

    /** The kind a subject is judged as; empty where the regime has none for it. */
    public Optional<String> kind(String recorded) {
        return has(recorded)
                ? Optional.of(recorded)
                : bridges.stream()
                        .filter(one -> recorded.equals(one.with().get("kind")))
                        .flatMap(one -> Optional.ofNullable(one.with().get("as")).stream())
                        .filter(this::has)
                        .findFirst();
    }

    private boolean has(String kind) {
        return to.subjects().stream().anyMatch(subject -> subject.kind().equals(kind));
    }

    /**
     * The facts of the other regime.
     *
     * @param kind as which the subject was judged
     * @param recorded by name, as text
     */
    public Facts facts(String kind, Map<String, String> recorded) {
        var facts = Facts.NONE;
        for (var fact : to.facts().values()) {
            var text = text(fact, kind, recorded);
            if (text.isPresent()) {
                facts = read(facts, fact, text.get());
            } else if (!from.facts().containsKey(fact.name()) || isApart(fact, kind)) {
                facts = facts.withUnknown(fact.name());
            }
        }
        return facts;
    }

    private Optional<String> text(Fact fact, String kind, Map<String, String> recorded) {
        if (recorded.containsKey(fact.name()) && !isApart(fact, kind)) {
            return Optional.ofNullable(recorded.get(fact.name()));
        }
        return bridges.stream()
                .filter(one -> isFor(one, fact))
                .flatMap(one -> bridged(one.with(), fact, recorded).stream())
                .findFirst();
    }

    private boolean isApart(Fact fact, String kind) {
        return bridges.stream()
                .filter(one -> isFor(one, fact))
                .anyMatch(one -> from.id().equals(one.with().get("apart"))
                        && kind.equals(one.with().get("kind")));
    }

    private boolean isFor(CodeList.Code bridge, Fact fact) {
        return to.id().equals(bridge.with().get("regime"))
                && fact.name().equals(bridge.with().get("fact"));
    }

    private static Optional<String> bridged(Map<String, String> bridge, Fact fact, Map<String, String> recorded) {
        if (bridge.containsKey("lowestOf")) {
            return lowest(bridge.get("lowestOf").split(" "), fact, recorded);
        }
        var value = Optional.ofNullable(bridge.get("value"));
        return value.filter(known -> known.equals(recorded.get(bridge.getOrDefault("follows", ""))));
    }

    private static Optional<String> lowest(String[] names, Fact fact, Map<String, String> recorded) {
        var words = Arrays.stream(names)
                .flatMap(name -> Optional.ofNullable(recorded.get(name)).stream())
                .filter(fact.scale().rising()::contains)
                .toList();
        return words.size() == names.length
                ? words.stream().min(Comparator.comparingInt(fact.scale().rising()::indexOf))
                : Optional.empty();
    }

    /** As it was recorded: exact, in the words of the rules. What cannot be read is unknown. */
    private static Facts read(Facts facts, Fact fact, String text) {
        var isNumber = text.matches("-?\\d+(\\.\\d+)?");
        return switch (fact.type()) {
            case DECIMAL -> isNumber ? facts.with(fact.name(), new BigDecimal(text)) : facts.withUnknown(fact.name());
            case WHOLE ->
                text.matches("-?\\d{1,9}")
                        ? facts.with(fact.name(), Long.parseLong(text))
                        : facts.withUnknown(fact.name());
            case FLAG ->
                text.matches("true|false")
                        ? facts.with(fact.name(), text.equals("true"))
                        : facts.withUnknown(fact.name());
            case GRADE ->
                fact.scale().rising().contains(text) ? facts.with(fact.name(), text) : facts.withUnknown(fact.name());
        };
    }
}
