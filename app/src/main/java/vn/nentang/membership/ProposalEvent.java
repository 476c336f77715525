package vn.nentang.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.LedgerEvent;

/** What one proposes and another decides: a cell resolves to ask for something, the competent committee decides on it. */
public sealed interface ProposalEvent extends LedgerEvent {

    UUID proposal();

    PersonId person();

    /**
     * Acts were proposed; none of them is in effect.
     *
     * @param cell whose roll it concerns
     * @param code of the form they were proposed with
     */
    record ActsProposed(UUID proposal, PersonId person, OrganizationId cell, String code, List<ProposedAct> acts)
            implements ProposalEvent {
        public ActsProposed {
            acts = List.copyOf(acts);
        }
    }

    /**
     * An act as it would be recorded.
     *
     * @param type the stored name of its event
     * @param act the event, as text, as it is stored
     * @param on the day the proposal names
     * @param paper of the proposal: the cell's resolution
     */
    record ProposedAct(String type, String act, LocalDate on, Paper paper) {}

    /** The acts were decided and recorded beside this entry, from the day and by the paper of the decision. */
    record ProposalDecided(UUID proposal, PersonId person) implements ProposalEvent {}

    /** The proposal was given back. */
    record ProposalReturned(UUID proposal, PersonId person, String reason) implements ProposalEvent {}
}
