package vn.nentang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of modules says what stands on their faces. */
final class ModuleDocsTests {

    private static final String ANY = "any";
    private static final String NONE = "none";

    private static final Pattern ALLOWED = Pattern.compile("allowedDependencies = \\{([^}]*)\\}");
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");

    @Test
    void the_table_gives_every_module_with_what_it_may_use() throws IOException {
        Map<String, List<String>> declared = new TreeMap<>();
        try (var folders = Files.list(Path.of("src", "main", "java", "vn", "nentang"))) {
            for (var folder : folders.toList()) {
                var face = folder.resolve("package-info.java");
                if (Files.exists(face)) {
                    declared.put(String.valueOf(folder.getFileName()), allowed(Files.readString(face)));
                }
            }
        }
        Map<String, List<String>> written = Docs.rows(Docs.reference("modules.md")).stream()
                .collect(Collectors.toMap(
                        row -> Docs.code(row.getFirst()).getFirst(),
                        row -> Docs.code(row.get(2)).isEmpty() ? List.of(row.get(2)) : Docs.code(row.get(2)),
                        (a, _) -> a,
                        TreeMap::new));
        assertThat(written).isEqualTo(declared);
    }

    private static List<String> allowed(String face) {
        var declared = ALLOWED.matcher(face);
        if (!declared.find()) {
            return List.of(ANY);
        }
        var names =
                NAME.matcher(declared.group(1)).results().map(r -> r.group(1)).toList();
        return names.isEmpty() ? List.of(NONE) : names;
    }
}
