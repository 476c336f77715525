package vn.nentang.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;

/** Every kind of event that can be read or written, by stored name and by class. */
@Component
public final class EventTypes {

    private final Map<String, ObjectReader> readers = new HashMap<>();
    private final Map<String, EventType<?>> byName = new HashMap<>();
    private final Map<Class<?>, EventType<?>> byClass = new HashMap<>();

    public EventTypes(List<EventCatalogue> catalogues) {
        Stream.concat(catalogues.stream(), Stream.of(Withdrawn.CATALOGUE))
                .flatMap(c -> c.types().stream())
                .forEach(this::add);
    }

    private void add(EventType<?> type) {
        if (byName.put(type.name(), type) != null || byClass.put(type.event(), type) != null) {
            throw new IllegalStateException("The event type %s is registered twice.".formatted(type.name()));
        }
        readers.put(type.name(), EventJson.MAPPER.readerFor(type.event()));
    }

    /**
     * The kind of event a stored name means.
     *
     * @throws UnknownEventType when the name was never registered: reading stops, nothing is skipped
     */
    public EventType<?> named(String name) {
        var type = byName.get(name);
        if (type == null) {
            throw new UnknownEventType(name);
        }
        return type;
    }

    EventType<?> of(LedgerEvent event) {
        var type = byClass.get(event.getClass());
        if (type == null) {
            throw new UnknownEventType(event.getClass().getName());
        }
        return type;
    }

    /** The stored name of an event. */
    public String nameOf(LedgerEvent event) {
        return of(event).name();
    }

    /** An event as it is stored: for entries that hold events of others. */
    public String write(LedgerEvent event) {
        return EventJson.canonical(event);
    }

    /** The event that was stored under a name. */
    public LedgerEvent read(String name, String stored) {
        return reader(name).readValue(stored);
    }

    /** The same from its text in UTF-8. */
    LedgerEvent read(String name, byte[] stored) {
        return reader(name).readValue(stored);
    }

    private ObjectReader reader(String name) {
        var reader = readers.get(name);
        if (reader == null) {
            throw new UnknownEventType(name);
        }
        return reader;
    }

    public Collection<EventType<?>> all() {
        return List.copyOf(byName.values());
    }
}
