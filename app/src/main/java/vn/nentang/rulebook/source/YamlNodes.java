package vn.nentang.rulebook.source;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/** From text to nodes: one document, no aliases, bounded size and depth, no objects made. */
final class YamlNodes {

    static final int CHARACTERS_MAX = 1_000_000;
    private static final int DEPTH_MAX = 30;

    private YamlNodes() {}

    static Optional<Node> compose(SourceText source, Problems problems) {
        if (source.text().length() > CHARACTERS_MAX) {
            problems.add(problem(source, 0, Fault.TOO_LARGE, source.text().length() + "", "≤ " + CHARACTERS_MAX));
            return Optional.empty();
        }
        try {
            return composeBounded(source, problems);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var line = mark == null ? 0 : mark.getLine() + 1 + source.lineOffset();
            problems.add(problem(source, line, Fault.NOT_YAML, String.valueOf(e.getProblem()), "YAML 1.1"));
        } catch (YAMLException e) {
            problems.add(problem(source, 0, Fault.NOT_YAML, String.valueOf(e.getMessage()), "YAML 1.1"));
        }
        return Optional.empty();
    }

    private static Optional<Node> composeBounded(SourceText source, Problems problems) {
        var documents = 0;
        for (var event : yaml().parse(new StringReader(source.text()))) {
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            if (event instanceof AliasEvent || documents > 1) {
                problems.add(forbidden(source, event));
                return Optional.empty();
            }
        }
        var node = yaml().compose(new StringReader(source.text()));
        if (node == null) {
            problems.add(problem(source, 0, Fault.EMPTY_FILE, "", "YAML 1.1"));
        }
        return Optional.ofNullable(node);
    }

    private static SourceProblem forbidden(SourceText source, Event event) {
        var line = event.getStartMark().getLine() + 1 + source.lineOffset();
        return event instanceof AliasEvent alias
                ? problem(source, line, Fault.ALIAS, "*" + alias.getAnchor(), "the value itself")
                : problem(source, line, Fault.SECOND_DOCUMENT, "---", "one document a file");
    }

    private static SourceProblem problem(SourceText source, int line, Fault fault, String given, String allowed) {
        return new SourceProblem(source.name(), line, "", fault, given, allowed);
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEPTH_MAX);
        options.setCodePointLimit(CHARACTERS_MAX * 2);
        return new Yaml(new SafeConstructor(options));
    }
}
