package vn.nentang.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.nentang.rulebook.source.SourceText;

/** Where rule files are found: in the program, listed by {@code rulebook/index.txt}, or in a folder. */
final class RuleFiles {

    private static final String INDEX = "index.txt";
    private static final String EDITION = "edition.txt";
    private static final int FILES_MAX = 1_000;

    private RuleFiles() {}

    static List<SourceText> bundled() {
        return resource(INDEX)
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .map(RuleFiles::resource)
                .toList();
    }

    /** The number of the rules that come with the program. */
    static int edition() {
        return Integer.parseInt(resource(EDITION).text().strip());
    }

    private static SourceText resource(String name) {
        try (var stream = RuleFiles.class.getResourceAsStream("/rulebook/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The program is incomplete: rulebook/%s is missing.".formatted(name));
            }
            return new SourceText(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SourceText> below(Path folder) throws IOException {
        var texts = new ArrayList<SourceText>();
        try (var files = Files.walk(folder)) {
            var found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .limit(FILES_MAX)
                    .toList();
            for (var file : found) {
                texts.add(new SourceText(nameBelow(folder, file), Files.readString(file)));
            }
        }
        return texts;
    }

    private static String nameBelow(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
