package vn.nentang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The table of modules says what stands on their faces. */
final class ModuleDocsTests {

    private static final String ANY = "any";
    private static final String NONE = "none";

    @Test
    void the_table_gives_every_module_with_what_it_may_use() throws ReflectiveOperationException {
        Map<String, List<String>> declared = new TreeMap<>();
        for (var module : ApplicationModules.of(Application.class)) {
            var face = Class.forName(module.getBasePackage().getName() + ".package-info")
                    .getAnnotation(ApplicationModule.class);
            if (face != null) { // The packages of the tests have no face.
                declared.put(module.getIdentifier().toString(), allowed(face));
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

    private static List<String> allowed(ApplicationModule face) {
        var declared = List.of(face.allowedDependencies());
        if (declared.equals(List.of(ApplicationModule.OPEN_TOKEN))) {
            return List.of(ANY);
        }
        return declared.isEmpty() ? List.of(NONE) : declared;
    }
}
