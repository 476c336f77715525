package vn.nentang.paper;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.nentang.rulebook.Parameter;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.Ruling;

/**
 * How papers of the Party look on a day, from the rulebook (399-QĐ/TW, 05-HD/VPTW and those before them). For a day before
 * the first rule on record, that first rule.
 *
 * @param heading at the top right
 * @param sizes of letters in points, by part of the paper
 * @param firstLine the indent of a paragraph's first line in millimetres
 * @param lineSpacing in points
 */
public record PaperFormat(
        String heading, String font, Margins margins, Map<Element, Integer> sizes, int firstLine, int lineSpacing) {

    private static final String HEADING = "paper.heading";
    private static final String FONT = "paper.font";
    private static final String MARGINS = "paper.margins";
    private static final String SIZES = "paper.sizes";
    private static final String FIRST_LINE = "paper.first-line";
    private static final String LINE_SPACING = "paper.line-spacing";

    /** Of an A4 page, in millimetres. */
    public record Margins(int top, int right, int bottom, int left) {}

    /** What has a size of its own. */
    public enum Element {
        HEADING,
        ABOVE,
        ISSUER,
        NUMBER,
        DATE,
        TYPE,
        EXTRACT,
        BODY,
        NOTE;

        private static final Map<String, Element> BY_NAME =
                Arrays.stream(values()).collect(Collectors.toMap(e -> e.name().toLowerCase(Locale.ROOT), e -> e));
    }

    public PaperFormat {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }

    public static PaperFormat on(RulesOn rules) {
        var margins = Arrays.stream(text(rules, MARGINS).split(" "))
                .map(Integer::valueOf)
                .toList();
        return new PaperFormat(
                text(rules, HEADING),
                text(rules, FONT),
                new Margins(margins.get(0), margins.get(1), margins.get(2), margins.get(3)),
                sizes(text(rules, SIZES)),
                Integer.parseInt(text(rules, FIRST_LINE)),
                Integer.parseInt(text(rules, LINE_SPACING)));
    }

    /** {@code heading 15; above 14; …}. */
    private static Map<Element, Integer> sizes(String text) {
        var sizes = new LinkedHashMap<Element, Integer>();
        for (var size : List.of(text.split("\\s*;\\s*"))) {
            var end = size.indexOf(' ');
            var element = Objects.requireNonNull(Element.BY_NAME.get(size.substring(0, end)), size);
            sizes.put(element, Integer.valueOf(size.substring(end + 1)));
        }
        return sizes;
    }

    private static String text(RulesOn rules, String key) {
        return rules.findRuling(key)
                .map(Ruling::text)
                .orElseGet(() -> first(rules.rulebook().parameter(key)));
    }

    private static String first(Parameter parameter) {
        return Objects.requireNonNull(
                parameter.values().byStart().firstEntry().getValue().text());
    }

    int size(Element element) {
        return Objects.requireNonNull(sizes.get(element), element.name());
    }
}
