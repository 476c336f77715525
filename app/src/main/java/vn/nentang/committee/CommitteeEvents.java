package vn.nentang.committee;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.EventCatalogue;
import vn.nentang.ledger.EventType;

/** Stored names of this module's events. A name is never changed; a new shape gets a new version. */
@Component
public final class CommitteeEvents implements EventCatalogue {

    @Override
    public List<EventType<?>> types() {
        return List.of(
                type("committee.term-opened.v1", CommitteeEvent.TermOpened.class, _ -> Stream.empty()),
                type("committee.term-extended.v1", CommitteeEvent.TermExtended.class, _ -> Stream.empty()),
                type("committee.post-taken.v1", CommitteeEvent.PostTaken.class, e -> Stream.of(e.person())),
                type("committee.post-left.v1", CommitteeEvent.PostLeft.class, e -> Stream.of(e.person())),
                type(
                        "committee.working-rules-adopted.v1",
                        CommitteeEvent.WorkingRulesAdopted.class,
                        _ -> Stream.empty()),
                type("committee.charge-given.v1", CommitteeEvent.ChargeGiven.class, e -> Stream.of(e.person())),
                type("committee.charge-ended.v1", CommitteeEvent.ChargeEnded.class, e -> Stream.of(e.person())),
                type(
                        "committee.election-counted.v1",
                        CommitteeEvent.ElectionCounted.class,
                        e -> e.held().candidates().stream().map(Election.Candidate::person)));
    }

    /** Filed under the organisation and under every person concerned. */
    private static <E extends CommitteeEvent> EventType<E> type(
            String name, Class<E> event, Function<E, Stream<PersonId>> persons) {
        return new EventType<>(
                name,
                event,
                e -> Stream.concat(
                                Stream.of(e.organization().subject()),
                                persons.apply(e).map(PersonId::subject))
                        .toList());
    }
}
