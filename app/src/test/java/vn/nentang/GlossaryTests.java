package vn.nentang;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.nentang.ledger.LedgerEvent;

/** A word enters the code only after it is in the glossary. */
final class GlossaryTests {

    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.nentang");
    private static final int TYPE_COLUMN = 3;

    private static final Set<String> NAMED = Docs.rows(Docs.reference("glossary.md")).stream()
            .flatMap(row -> Docs.code(row.get(TYPE_COLUMN)).stream())
            .collect(Collectors.toSet());

    @Test
    void every_event_is_in_the_glossary() {
        var events = APP.stream()
                .filter(c -> c.isAssignableTo(LedgerEvent.class) && c.isRecord())
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(events).hasSizeGreaterThan(20);
        assertThat(NAMED).containsAll(events);
    }

    @Test
    void every_module_is_in_the_glossary() {
        var modules = ApplicationModules.of(Application.class).stream()
                .map(module -> module.getIdentifier().toString())
                .toList();
        assertThat(modules).hasSizeGreaterThan(10);
        assertThat(NAMED).containsAll(modules);
    }

    @Test
    void the_glossary_names_only_what_is_in_the_code() {
        var known = new HashSet<String>();
        APP.forEach(c -> {
            known.add(c.getSimpleName());
            known.add(c.getPackageName().replace("vn.nentang.", ""));
            Stream.concat(c.getFields().stream(), c.getMethods().stream()).forEach(m -> known.add(m.getName()));
        });
        assertThat(known).containsAll(NAMED);
    }

    @Test
    void every_row_has_all_its_columns() {
        assertThat(Docs.rows(Docs.reference("glossary.md")))
                .allSatisfy(row -> assertThat(row).hasSize(5));
    }
}
