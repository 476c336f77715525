package vn.nentang.membership;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nentang.ledger.EventCatalogue;
import vn.nentang.ledger.EventType;

/** Stored names of the events of proposals. */
@Component
public final class ProposalEvents implements EventCatalogue {

    static final String SUBJECT = "proposal";

    @Override
    public List<EventType<?>> types() {
        return List.of(
                new EventType<>(
                        "membership.acts-proposed.v1",
                        ProposalEvent.ActsProposed.class,
                        e -> List.of(subjectOf(e.proposal()), e.person().subject(), MembershipEvents.rollOf(e.cell()))),
                type("membership.proposal-decided.v1", ProposalEvent.ProposalDecided.class),
                type("membership.proposal-returned.v1", ProposalEvent.ProposalReturned.class));
    }

    private static <E extends ProposalEvent> EventType<E> type(String name, Class<E> event) {
        return new EventType<>(
                name, event, e -> List.of(subjectOf(e.proposal()), e.person().subject()));
    }

    static String subjectOf(UUID proposal) {
        return SUBJECT + ":" + proposal;
    }
}
