package vn.nentang.access;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.nentang.access.ReadingEvent.ReadingsSealed;
import vn.nentang.ledger.EventCatalogue;
import vn.nentang.ledger.EventType;

/** Stored names of this module's events. */
@Component
public final class ReadingEvents implements EventCatalogue {

    @Override
    public List<EventType<?>> types() {
        return List.of(new EventType<>(
                "access.readings-sealed.v1", ReadingsSealed.class, e -> List.of(ReadingsSealed.subjectOf(e.node()))));
    }
}
