package vn.nentang.organization;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.EventCatalogue;
import vn.nentang.ledger.EventType;

/** Stored names of this module's events. A name is never changed; a new shape gets a new version. */
@Component
public final class OrganizationEvents implements EventCatalogue {

    @Override
    public List<EventType<?>> types() {
        return List.of(
                type("organization.founded.v1", OrganizationEvent.Founded.class),
                type("organization.renamed.v1", OrganizationEvent.Renamed.class),
                type("organization.recoded.v1", OrganizationEvent.Recoded.class),
                type("organization.retyped.v1", OrganizationEvent.Retyped.class),
                type("organization.moved.v1", OrganizationEvent.Moved.class),
                new EventType<>("organization.ended.v1", OrganizationEvent.Ended.class, OrganizationEvents::ended));
    }

    private static <E extends OrganizationEvent> EventType<E> type(String name, Class<E> event) {
        return new EventType<>(name, event, e -> List.of(e.organization().subject()));
    }

    private static List<String> ended(OrganizationEvent.Ended event) {
        return Stream.concat(Stream.of(event.organization()), event.successors().stream())
                .map(OrganizationId::subject)
                .toList();
    }
}
