package vn.nentang.ledger;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;

/**
 * How events and entries are written: ids and dates as text, decimals as text, absent parts left out, keys in order,
 * no spaces. One event has one text, so that a hash over it means something.
 */
final class EventJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(new AsText<>(PersonId.class))
                    .addDeserializer(PersonId.class, new FromText<>(PersonId.class, PersonId::of))
                    .addSerializer(new AsText<>(OrganizationId.class))
                    .addDeserializer(OrganizationId.class, new FromText<>(OrganizationId.class, OrganizationId::of))
                    .addSerializer(new AsText<>(PartialDate.class))
                    .addDeserializer(PartialDate.class, new FromText<>(PartialDate.class, PartialDate::parse))
                    .addSerializer(new AsText<>(EntryRef.class))
                    .addDeserializer(EntryRef.class, new FromText<>(EntryRef.class, EntryRef::parse))
                    .addSerializer(new AsText<>(LocalDate.class))
                    .addSerializer(new AsText<>(UUID.class))
                    .addSerializer(new Refused<>(Double.class))
                    .addSerializer(new Refused<>(Float.class))
                    .addSerializer(Double.TYPE, new Refused<>(Double.class))
                    .addSerializer(Float.TYPE, new Refused<>(Float.class)))
            .withConfigOverride(BigDecimal.class, o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .changeDefaultVisibility(v -> v.withIsGetterVisibility(Visibility.NONE))
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private EventJson() {}

    /** The one text of a value: keys sorted, absent parts left out, no spaces. */
    static String canonical(Object value) {
        return MAPPER.writeValueAsString(inOrder(value));
    }

    /** The same in UTF-8. */
    static byte[] canonicalBytes(Object value) {
        return MAPPER.writeValueAsBytes(inOrder(value));
    }

    /** Records are written in order as they are; only what was read from elsewhere may stand in any. */
    private static Object inOrder(Object value) {
        return value instanceof JsonNode node ? sorted(node) : value;
    }

    static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var copy = MAPPER.createObjectNode();
            object.propertyStream()
                    .filter(p -> !p.getValue().isNull())
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(p -> copy.set(p.getKey(), sorted(p.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            var copy = MAPPER.createArrayNode();
            array.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        if (node.isFloatingPointNumber()) {
            throw floatingPoint(node);
        }
        return node;
    }

    private static IllegalArgumentException floatingPoint(Object number) {
        return new IllegalArgumentException("Decimals are recorded as text, never as floating point: " + number);
    }

    /** An event inside an entry: whatever order it arrives in, it is kept as its one text. */
    static final class Body extends StdDeserializer<String> {

        Body() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            return canonical(context.readTree(json));
        }
    }

    private static final class Refused<T> extends StdSerializer<T> {
        Refused(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            throw floatingPoint(value);
        }
    }

    private static final class AsText<T> extends StdSerializer<T> {
        AsText(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toString());
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private final transient Function<String, T> reading;

        FromText(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            return reading.apply(json.getString());
        }
    }
}
