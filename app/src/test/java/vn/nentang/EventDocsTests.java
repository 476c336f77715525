package vn.nentang;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nentang.ledger.EventCatalogue;
import vn.nentang.ledger.EventType;
import vn.nentang.ledger.EventTypes;

/** Every kind of event is described, with every field it has. */
final class EventDocsTests {

    private static final Map<String, String> SECTIONS = Docs.sections(Docs.reference("events.md"), 3);

    @Test
    void every_event_type_has_its_section_and_no_section_is_left_over() throws ReflectiveOperationException {
        var names = types().stream().map(type -> "`" + type.name() + "`").toList();
        assertThat(SECTIONS.keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void every_section_lists_the_fields_of_its_event() throws ReflectiveOperationException {
        for (var type : types()) {
            var described = Docs.rows(SECTIONS.getOrDefault("`" + type.name() + "`", "")).stream()
                    .flatMap(row -> Docs.code(row.getFirst()).stream())
                    .toList();
            assertThat(described).as(type.name()).containsExactlyElementsOf(fields(type.event()));
        }
    }

    private static List<String> fields(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<EventType<?>> types() throws ReflectiveOperationException {
        var catalogues = new ArrayList<EventCatalogue>();
        for (var found : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("vn.nentang")) {
            if (found.isAssignableTo(EventCatalogue.class) && !found.isInterface()) {
                catalogues.add(Class.forName(found.getName())
                        .asSubclass(EventCatalogue.class)
                        .getConstructor()
                        .newInstance());
            }
        }
        assertThat(catalogues).hasSizeGreaterThan(2);
        return List.copyOf(new EventTypes(catalogues).all());
    }
}
