package vn.nentang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;
import vn.nentang.access.ReadingEvents;
import vn.nentang.committee.CommitteeEvents;
import vn.nentang.kernel.Paper;
import vn.nentang.membership.MembershipEvents;
import vn.nentang.membership.ProposalEvents;
import vn.nentang.organization.OrganizationEvents;
import vn.nentang.review.ReviewEvents;
import vn.nentang.review.round.RoundEvents;

/**
 * What was stored once can be read for ever. One approved file for each event type and version holds a body with every
 * field, and {@code .min.json} one with the required fields only. Files are added, never edited: a new shape gets a new
 * version and a new file.
 */
final class EventContractTests {

    private static final Path APPROVED = Path.of("src", "test", "resources", "approved");
    private static final EventTypes TYPES = new EventTypes(List.of(
            new OrganizationEvents(),
            new MembershipEvents(),
            new ProposalEvents(),
            new ReviewEvents(),
            new RoundEvents(),
            new CommitteeEvents(),
            new ReadingEvents()));

    /** A body as it was stored, and the type it was stored under. */
    record Stored(String file, String type, String text) {

        JsonNode body() {
            return EventJson.parse(text);
        }

        LedgerEvent event() {
            return EventJson.MAPPER.treeToValue(body(), TYPES.named(type).event());
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Stored> everyStoredShape() throws IOException {
        try (var files = Files.list(APPROVED)) {
            return files.sorted().map(EventContractTests::stored).toList().stream();
        }
    }

    private static Stored stored(Path file) {
        var name = file.getFileName().toString();
        try {
            return new Stored(name, name.replaceFirst("(\\.min)?\\.json$", ""), Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<EventType<?>> everyType() {
        return TYPES.all().stream().sorted(Comparator.comparing(EventType::name));
    }

    @ParameterizedTest
    @MethodSource("everyStoredShape")
    void every_shape_ever_stored_can_still_be_read_and_is_written_as_it_was(Stored stored) {
        assertThat(EventJson.canonical(stored.event()) + "\n").isEqualTo(stored.text());
    }

    @ParameterizedTest
    @MethodSource("everyStoredShape")
    void an_unknown_field_stops_reading(Stored stored) {
        for (int i = 0; i < objectsIn(stored.body()).count(); i++) {
            var body = stored.body();
            objectsIn(body).skip(i).findFirst().orElseThrow().put("unheardOf", "x");

            assertThatThrownBy(() -> EventJson.MAPPER.treeToValue(
                            body, TYPES.named(stored.type()).event()))
                    .isInstanceOf(UnrecognizedPropertyException.class)
                    .hasMessageContaining("unheardOf");
        }
    }

    @ParameterizedTest
    @MethodSource("everyStoredShape")
    void every_stored_event_tells_whom_it_concerns(Stored stored) {
        assertThat(TYPES.named(stored.type()).subjectsOf(stored.event()))
                .isNotEmpty()
                .allMatch(subject -> subject.matches("[a-z]+:.+"));
    }

    @Test
    void every_type_has_its_approved_file_and_no_file_is_left_without_a_type() throws IOException {
        var names = everyType().map(EventType::name).toList();

        assertThat(everyStoredShape().map(Stored::file).filter(f -> !f.endsWith(".min.json")))
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(n -> n + ".json").toList());
        assertThat(everyStoredShape().map(Stored::type).distinct()).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void the_approved_files_show_every_field_and_every_one_that_may_be_absent_as_absent(EventType<?> type)
            throws IOException {
        var bodies = everyStoredShape()
                .filter(s -> s.type().equals(type.name()))
                .map(Stored::body)
                .toList();

        for (var field : fields(type.event(), "")) {
            assertThat(bodies)
                    .as("%s is shown with %s", type.name(), field.path())
                    .anyMatch(body -> shows(body, field.path(), true));
            if (field.mayBeAbsent()) {
                assertThat(bodies)
                        .as("%s is shown without %s", type.name(), field.path())
                        .anyMatch(body -> shows(body, field.path(), false));
            }
        }
    }

    @Test
    void a_stored_type_of_which_nothing_is_known_stops_reading() {
        assertThatThrownBy(() -> TYPES.named("membership.admitted.v0"))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("membership.admitted.v0");
    }

    @Test
    void an_entry_is_sealed_as_ever() {
        var ref = new EntryRef("trung-doan-997", 7);
        var paper = new Paper("12-QĐ/ĐU", LocalDate.of(2025, 3, 1), "Đảng ủy Trung đoàn", "Lò Văn A");
        var body = "{\"reason\":\"Ghi nhầm người\",\"subjects\":[\"person:1\"]}";
        var entry = new SealedEntry(
                ref,
                "ledger.withdrawn.v1",
                LocalDate.of(2025, 2, 28),
                Instant.parse("2025-03-02T01:02:03.000004Z"),
                "thu-ky",
                paper,
                List.of("person:1"),
                new EntryRef("trung-doan-997", 6),
                new UUID(1, 2),
                "00",
                body,
                SealedEntry.NO_PREVIOUS,
                "");

        assertThat(EventJson.canonical(entry)).isEqualTo("""
                {"author":"thu-ky","command":"00000000-0000-0001-0000-000000000002",\
                "corrects":"trung-doan-997:6","effectiveOn":"2025-02-28","event":{"reason":"Ghi nhầm người","subjects":["person:1"]},\
                "paper":{"date":"2025-03-01","issuer":"Đảng ủy Trung đoàn","number":"12-QĐ/ĐU","signer":"Lò Văn A"},\
                "previous":"0000000000000000000000000000000000000000000000000000000000000000","recordedAt":"2025-03-02T01:02:03.000004Z","ref":"trung-doan-997:7","request":"00","subjects":["person:1"],"type":"ledger.withdrawn.v1"}""");
        assertThat(entry.sealed().hash()).isEqualTo("f7bc032bc9073c54645791260c3d7a534a23fd91a5c6f1a93d6ba3e01e496944");
    }

    /** The body and every object in it. */
    private static Stream<ObjectNode> objectsIn(JsonNode node) {
        var own = node instanceof ObjectNode object ? Stream.of(object) : Stream.<ObjectNode>empty();
        return Stream.concat(own, node.valueStream().flatMap(EventContractTests::objectsIn));
    }

    /** One field of an event, by the names that lead to it. */
    private record Field(String path, boolean mayBeAbsent) {}

    private static List<Field> fields(Class<?> type, String above) {
        return Stream.of(type.getRecordComponents())
                .flatMap(c -> fields(c, above))
                .toList();
    }

    private static Stream<Field> fields(RecordComponent component, String above) {
        var path = above + "/" + component.getName();
        var type = component.getAnnotatedType();
        var own = Stream.of(new Field(path, type.isAnnotationPresent(Nullable.class)));
        var inner = classIn(type);
        return inner.isRecord()
                        && inner.getPackageName()
                                .equals(component.getDeclaringRecord().getPackageName())
                ? Stream.concat(own, fields(inner, path).stream())
                : own;
    }

    /** The class itself, or that of the items of a list. */
    private static Class<?> classIn(AnnotatedType type) {
        var named = type instanceof AnnotatedParameterizedType list
                ? list.getAnnotatedActualTypeArguments()[0].getType()
                : type.getType();
        return (Class<?>) named;
    }

    /** Whether some object at the path's end has the field, or some has not. */
    private static boolean shows(JsonNode body, String path, boolean present) {
        var names = List.of(path.substring(1).split("/", -1));
        return owners(body, names.subList(0, names.size() - 1)).anyMatch(o -> o.has(names.getLast()) == present);
    }

    private static Stream<JsonNode> owners(JsonNode node, List<String> names) {
        if (node.isArray()) {
            return node.valueStream().flatMap(item -> owners(item, names));
        }
        return names.isEmpty() ? Stream.of(node) : owners(node.path(names.getFirst()), names.subList(1, names.size()));
    }
}
