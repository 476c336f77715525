package vn.nentang.membership;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.EventCatalogue;
import vn.nentang.ledger.EventType;

/** Stored names of this module's events. A name is never changed; a new shape gets a new version. */
@Component
public final class MembershipEvents implements EventCatalogue {

    @Override
    public List<EventType<?>> types() {
        return List.of(
                type("membership.person-registered.v1", MembershipEvent.PersonRegistered.class),
                type("membership.facts-recorded.v1", MembershipEvent.FactsRecorded.class),
                type("membership.admitted.v1", MembershipEvent.Admitted.class, MembershipEvent.Admitted::cell),
                type("membership.recognised.v1", MembershipEvent.Recognised.class),
                type("membership.enrolled.v1", MembershipEvent.Enrolled.class, MembershipEvent.Enrolled::cell),
                type("membership.arrived.v1", MembershipEvent.Arrived.class, MembershipEvent.Arrived::cell),
                type("membership.transferred.v1", MembershipEvent.Transferred.class, MembershipEvent.Transferred::to),
                type("membership.departed.v1", MembershipEvent.Departed.class),
                type("membership.exempted.v1", MembershipEvent.Exempted.class),
                type("membership.resumed.v1", MembershipEvent.Resumed.class),
                type("membership.suspended.v1", MembershipEvent.Suspended.class),
                type("membership.reinstated.v1", MembershipEvent.Reinstated.class),
                type(
                        "membership.temporary-activity-started.v1",
                        MembershipEvent.TemporaryActivityStarted.class,
                        MembershipEvent.TemporaryActivityStarted::cell),
                type("membership.temporary-activity-ended.v1", MembershipEvent.TemporaryActivityEnded.class),
                type("membership.left.v1", MembershipEvent.Left.class),
                type("membership.restored.v1", MembershipEvent.Restored.class, MembershipEvent.Restored::cell),
                imports("membership.roster-imported.v1", ImportEvent.RosterImported.class),
                imports("membership.roster-import-undone.v1", ImportEvent.RosterImportUndone.class));
    }

    private static <E extends ImportEvent> EventType<E> imports(String name, Class<E> event) {
        return new EventType<>(name, event, e -> List.of("list:" + e.list()));
    }

    private static <E extends MembershipEvent> EventType<E> type(String name, Class<E> event) {
        return type(name, event, _ -> null);
    }

    /** Filed under the person and, where one is named, under the cell's roll. */
    private static <E extends MembershipEvent> EventType<E> type(
            String name, Class<E> event, Function<E, @Nullable OrganizationId> cell) {
        return new EventType<>(
                name,
                event,
                e -> Stream.concat(
                                Stream.of(e.person().subject()),
                                Stream.ofNullable(cell.apply(e)).map(MembershipEvents::rollOf))
                        .toList());
    }

    /** The subject under which everything is filed that puts a person on a cell's roll. */
    static String rollOf(OrganizationId cell) {
        return "roll:" + cell;
    }
}
