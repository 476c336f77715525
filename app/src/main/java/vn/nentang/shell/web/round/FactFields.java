package vn.nentang.shell.web.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.RoundEvent.Item;
import vn.nentang.review.round.RoundEvent.Points;
import vn.nentang.review.workbook.FactWords;
import vn.nentang.rulebook.regime.Fact;
import vn.nentang.rulebook.regime.Facts;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.review.TypedFields;

/** The facts and points of one subject as fields of a form, and back. */
public final class FactFields {

    private static final int FACT_CHARS_MAX = 100;

    private final Place place;
    private final String kind;
    private final String prefix;
    private final Texts texts;

    /** @param prefix what the names of the fields begin with, so that many subjects can share a form */
    FactFields(Place place, String kind, String prefix, Texts texts) {
        this.place = place;
        this.kind = kind;
        this.prefix = prefix;
        this.texts = texts;
    }

    /** A word to choose from. */
    public record Option(String code, String label) {}

    /**
     * One field.
     *
     * @param options words to choose from; empty for a number
     * @param hint what is taken where nothing is entered; may be empty
     * @param usual whether it is asked of everyone
     */
    public record Field(String name, String label, String value, List<Option> options, String hint, boolean usual) {
        public Field {
            options = List.copyOf(options);
        }

        Field with(String other) {
            return new Field(name, label, other, options, hint, usual);
        }
    }

    /** The lines of the score sheet; empty where no sheet is set. */
    List<Field> points(List<Points> given) {
        var byItem = new LinkedHashMap<String, String>();
        given.forEach(points -> byItem.put(points.item(), texts.decimal(points.points())));
        return items().stream()
                .map(item -> new Field(
                        prefix + "item." + item.code(),
                        item.title(),
                        byItem.getOrDefault(item.code(), ""),
                        List.of(),
                        texts.of("round.points-max", texts.decimal(item.max())),
                        true))
                .toList();
    }

    private List<Item> items() {
        return place.sheets().getOrDefault(kind, List.of());
    }

    /** Facts in the order of the regime; those the score sheet adds up to are left out where there is one. */
    List<Field> facts(Map<String, String> values) {
        var summed = items().isEmpty() ? List.<String>of() : factsOfGroups();
        return place.asked(kind).stream()
                .filter(fact -> !summed.contains(fact.name()))
                .map(fact -> field(fact, values))
                .toList();
    }

    /** Every fact people enter, totals of groups of criteria too: what a meeting may put right. */
    List<Field> corrections(Map<String, String> values) {
        return place.asked(kind).stream().map(fact -> field(fact, values)).toList();
    }

    private List<String> factsOfGroups() {
        return place.regime().criteria(kind).stream()
                .flatMap(criterion -> Stream.ofNullable(criterion.fact()))
                .toList();
    }

    private Field field(Fact fact, Map<String, String> values) {
        var hint = fact.findAssumed()
                .map(assumed -> texts.of("decision.assumed", Labels.in(assumed.sentence(), texts)))
                .orElse("");
        return new Field(
                prefix + "fact." + fact.name(),
                label(fact),
                values.getOrDefault(fact.name(), ""),
                options(fact),
                hint,
                hint.isEmpty());
    }

    /** A criterion's points with the most it gives. */
    private String label(Fact fact) {
        var label = Labels.in(fact.label(), texts);
        return place.regime().criteria(kind).stream()
                .filter(criterion -> fact.name().equals(criterion.fact()))
                .flatMap(criterion -> Stream.ofNullable(criterion.max()))
                .findFirst()
                .map(max -> "%s (%s)".formatted(label, texts.of("round.points-max", texts.decimal(max))))
                .orElse(label);
    }

    private List<Option> options(Fact fact) {
        return switch (fact.type()) {
            case DECIMAL, WHOLE -> List.of();
            case FLAG -> List.of(new Option("true", texts.of("yes")), new Option("false", texts.of("no")));
            case GRADE ->
                fact.scale().rising().reversed().stream()
                        .map(word -> new Option(word, texts.has("grade." + word) ? texts.of("grade." + word) : word))
                        .toList();
        };
    }

    /** The points as typed; a line that is no number is noted beside its field. */
    List<Points> readPoints(TypedFields typed) {
        var points = new ArrayList<Points>();
        for (var item : items()) {
            var field = prefix + "item." + item.code();
            var text = typed.text(field, FACT_CHARS_MAX);
            if (text != null) {
                decimal(text)
                        .ifPresentOrElse(
                                number -> points.add(new Points(item.code(), number)),
                                () -> typed.refuse(field, texts.of("decision.unreadable")));
            }
        }
        return points;
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text.replace(',', '.')));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The facts as typed, each as the regime writes it; what cannot be read is noted beside its field. */
    List<JudgedFact> readFacts(TypedFields typed, List<Points> points) {
        var words = new FactWords(place.regime(), kind);
        var facts = new ArrayList<JudgedFact>();
        sums(points).forEach((name, sum) -> facts.add(new JudgedFact(name, sum.toPlainString())));
        for (var fact : place.asked(kind)) {
            var field = prefix + "fact." + fact.name();
            var text = typed.text(field, FACT_CHARS_MAX);
            if (text != null) {
                words.read(Facts.NONE, fact, text)
                        .ifPresentOrElse(
                                read -> facts.add(new JudgedFact(fact.name(), asText(read, fact))),
                                () -> typed.refuse(field, texts.of("decision.unreadable")));
            }
        }
        return facts;
    }

    private static String asText(Facts read, Fact fact) {
        var value = Objects.requireNonNull(read.values().get(fact.name()));
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    /** The points of each group of criteria, once every line of it is given. */
    private Map<String, BigDecimal> sums(List<Points> points) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        for (var criterion : place.regime().criteria(kind)) {
            var items = items().stream()
                    .filter(item -> item.group().equals(criterion.group()))
                    .map(Item::code)
                    .toList();
            var given = points.stream().filter(p -> items.contains(p.item())).toList();
            if (criterion.fact() != null && !items.isEmpty() && given.size() == items.size()) {
                sums.put(criterion.fact(), given.stream().map(Points::points).reduce(BigDecimal.ZERO, BigDecimal::add));
            }
        }
        return sums;
    }

    @Nullable
    static String levelOf(TypedFields typed, String field) {
        var level = typed.of(field);
        return level.isBlank() ? null : level;
    }
}
