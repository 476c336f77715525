package vn.nentang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the documentation, as tests read them. */
public final class Docs {

    /** The folder of the repository; tests run in its module {@code app}. */
    static final Path ROOT = Path.of("..");

    static final Path SOURCES = Path.of("src", "main", "java");

    private Docs() {}

    /** A page under {@code docs/reference}. */
    public static String reference(String name) {
        return text(ROOT.resolve("docs").resolve("reference").resolve(name));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of every table row of a page; heading and rule of each table are left out. */
    public static List<List<String>> rows(String page) {
        var lines = page.lines().toList();
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i -> lines.get(i).startsWith("|") && !isRule(lines.get(i)))
                .filter(i -> i + 1 == lines.size() || !isRule(lines.get(i + 1)))
                .map(i -> cells(lines.get(i)))
                .toList();
    }

    private static boolean isRule(String line) {
        return line.matches("\\|[\\s:|-]+\\|");
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }

    /** Words in code font. */
    public static List<String> code(String text) {
        return Pattern.compile("`([^`]+)`")
                .matcher(text)
                .results()
                .map(word -> word.group(1))
                .toList();
    }

    /** The text under each heading of a level, by heading. */
    static Map<String, String> sections(String page, int level) {
        var heading = Pattern.compile("(?m)^#{%d} (.+)$".formatted(level));
        var found = heading.matcher(page).results().toList();
        var sections = new LinkedHashMap<String, String>();
        for (int i = 0; i < found.size(); i++) {
            var end = i + 1 < found.size() ? found.get(i + 1).start() : page.length();
            sections.put(
                    found.get(i).group(1).strip(), page.substring(found.get(i).end(), end));
        }
        return sections;
    }

    static List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<MatchResult> matches(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results();
    }
}
