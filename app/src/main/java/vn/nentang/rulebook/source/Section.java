package vn.nentang.rulebook.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML text, read by asking for its keys. A key that is missing or holds the wrong kind of value becomes a
 * problem and a stand-in value is returned, so that reading goes on and finds the rest; {@link #finish} reports the keys
 * nobody asked for. Not thread safe.
 */
public final class Section {

    private final SourceText source;
    private final Problems problems;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Section(SourceText source, Problems problems, String path, MappingNode node) {
        this.source = source;
        this.problems = problems;
        this.path = path;
        this.line = lineOf(source, node);
        node.getValue().forEach(tuple -> put(tuple.getKeyNode(), tuple.getValueNode()));
    }

    private void put(Node key, Node value) {
        if (!(key instanceof ScalarNode scalar)) {
            problems.add(new SourceProblem(source.name(), lineOf(source, key), path, Fault.NOT_TEXT, "", "text"));
            return;
        }
        if (values.putIfAbsent(scalar.getValue(), value) != null) {
            refuse(lineOf(source, key), scalar.getValue(), Fault.KEY_TWICE, scalar.getValue(), "each key once");
        }
        lines.putIfAbsent(scalar.getValue(), lineOf(source, key));
    }

    /** The text as one mapping; empty, with a problem noted, when it is anything else. */
    public static Optional<Section> read(SourceText source, Problems problems) {
        return YamlNodes.compose(source, problems).flatMap(node -> asSection(source, problems, "", node));
    }

    /** The text as a list of mappings; empty, with a problem noted, when it is anything else. */
    public static List<Section> readList(SourceText source, Problems problems) {
        return YamlNodes.compose(source, problems)
                .map(node -> asSections(source, problems, "", node))
                .orElse(List.of());
    }

    private static Optional<Section> asSection(SourceText source, Problems problems, String path, Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Section(source, problems, path, mapping));
        }
        problems.add(new SourceProblem(
                source.name(), lineOf(source, node), path, Fault.NOT_A_MAPPING, shown(node), "keys with values"));
        return Optional.empty();
    }

    private static List<Section> asSections(SourceText source, Problems problems, String path, Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(new SourceProblem(
                    source.name(),
                    lineOf(source, node),
                    path,
                    Fault.NOT_A_LIST,
                    shown(node),
                    "a list, each item with -"));
            return List.of();
        }
        var sections = new ArrayList<Section>();
        for (var item : sequence.getValue()) {
            asSection(source, problems, path, item).ifPresent(sections::add);
        }
        return sections;
    }

    public String file() {
        return source.name();
    }

    public int line() {
        return line;
    }

    /** The line of a key, or of the whole mapping when the key is absent. */
    public int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** Text that must be there and not be blank. */
    public String text(String key) {
        return optionalText(key).orElseGet(() -> missing(key, "text"));
    }

    public String textOr(String key, String otherwise) {
        return optionalText(key).orElse(otherwise);
    }

    public Optional<String> optionalText(String key) {
        asked.add(key);
        var node = values.get(key);
        if (node == null || Tag.NULL.equals(node.getTag())) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        refuse(key, Fault.NOT_TEXT, shown(node), "text on one line");
        return Optional.empty();
    }

    /** A day as {@code 2025-08-30}. */
    public LocalDate date(String key) {
        return optionalDate(key).orElseGet(() -> {
            if (optionalText(key).isEmpty()) {
                missing(key, "a day, YYYY-MM-DD");
            }
            return LocalDate.EPOCH;
        });
    }

    public Optional<LocalDate> optionalDate(String key) {
        return parsed(key, LocalDate::parse, Fault.NOT_A_DATE, "a day that exists, YYYY-MM-DD");
    }

    public int integer(String key) {
        return optionalInteger(key).orElseGet(() -> {
            if (optionalText(key).isEmpty()) {
                missing(key, "a whole number");
            }
            return 0;
        });
    }

    public Optional<Integer> optionalInteger(String key) {
        return parsed(key, Integer::valueOf, Fault.NOT_A_NUMBER, "a whole number");
    }

    public Optional<BigDecimal> optionalDecimal(String key) {
        return parsed(key, BigDecimal::new, Fault.NOT_A_NUMBER, "a number, with a point");
    }

    /** {@code true} or {@code false}; false when absent. */
    public boolean flag(String key) {
        return oneOf(key, Map.of("true", true, "false", false)).orElse(false);
    }

    /** One of the words given, as the value it stands for. */
    public <T> Optional<T> oneOf(String key, Map<String, T> allowed) {
        var given = optionalText(key);
        if (given.isPresent() && !allowed.containsKey(given.get())) {
            refuse(
                    key,
                    Fault.NOT_AN_ALLOWED_WORD,
                    given.get(),
                    String.join(", ", allowed.keySet().stream().sorted().toList()));
        }
        return given.flatMap(word -> Optional.ofNullable(allowed.get(word)));
    }

    private <T> Optional<T> parsed(String key, Function<String, T> parser, Fault fault, String allowed) {
        var given = optionalText(key);
        try {
            return given.map(parser);
        } catch (DateTimeException | NumberFormatException e) {
            refuse(key, fault, given.orElse(""), allowed);
            return Optional.empty();
        }
    }

    /** A mapping below this one; a problem is noted when it is missing. */
    public Optional<Section> section(String key) {
        if (!has(key)) {
            missing(key, "keys with values");
        }
        return optionalSection(key);
    }

    public Optional<Section> optionalSection(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key)).flatMap(node -> asSection(source, problems, pathTo(key), node));
    }

    /** The mappings of a list; none when the key is absent. */
    public List<Section> sections(String key) {
        asked.add(key);
        var node = values.get(key);
        return node == null ? List.of() : asSections(source, problems, pathTo(key), node);
    }

    /** The texts of a list; none when the key is absent. */
    public List<String> texts(String key) {
        asked.add(key);
        var node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence
                && sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            return sequence.getValue().stream()
                    .map(item -> ((ScalarNode) item).getValue().strip())
                    .toList();
        }
        refuse(key, Fault.NOT_A_LIST, shown(node), "[a, b, c]");
        return List.of();
    }

    /** Notes a problem at a key of this mapping. */
    public void refuse(String key, Fault fault, String given, String allowed) {
        refuse(lineOf(key), key, fault, given, allowed);
    }

    private void refuse(int at, String key, Fault fault, String given, String allowed) {
        problems.add(new SourceProblem(source.name(), at, pathTo(key), fault, given, allowed));
    }

    /** Reports every key that was never asked for. Call it after the last key was read. */
    public void finish() {
        for (var key : values.keySet()) {
            if (!asked.contains(key)) {
                refuse(key, Fault.UNKNOWN_KEY, key, String.join(", ", asked));
            }
        }
    }

    private String missing(String key, String allowed) {
        refuse(key, Fault.MISSING, "", allowed);
        return "";
    }

    private String pathTo(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static int lineOf(SourceText source, Node node) {
        return node.getStartMark().getLine() + 1 + source.lineOffset();
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar
                ? scalar.getValue()
                : node.getNodeId().name();
    }
}
