package vn.nentang.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.LedgerEvent;

/** What can happen to a committee (cấp ủy) and to those who hold its posts. Each holds from the entry's effective date. */
public sealed interface CommitteeEvent extends LedgerEvent {

    OrganizationId organization();

    /**
     * A term (nhiệm kỳ) began; elective posts taken before that day ended with the term before.
     *
     * @param name as papers print it, for example {@code 2025–2030}
     * @param endsOn the last day the term was meant to last
     * @param way code of the list {@code term-way}
     */
    record TermOpened(OrganizationId organization, String name, LocalDate endsOn, Seats seats, String way)
            implements CommitteeEvent {}

    /**
     * How many the congress fixed; a part is null where it fixed none.
     *
     * @param committee seats of the committee (ban chấp hành, chi ủy)
     * @param standing seats of the standing committee among them
     * @param deputies deputy secretaries
     * @param inspection seats of the inspection committee
     */
    record Seats(
            @Nullable Integer committee,
            @Nullable Integer standing,
            @Nullable Integer deputies,
            @Nullable Integer inspection) {

        public static final Seats NOT_FIXED = new Seats(null, null, null, null);
    }

    /** The running term lasts to another day (kéo dài, rút ngắn nhiệm kỳ). */
    record TermExtended(OrganizationId organization, LocalDate endsOn) implements CommitteeEvent {}

    /**
     * Somebody took a post (giữ chức vụ).
     *
     * @param post code of the list {@code post}
     * @param way code of the list {@code post-way}
     * @param election the election that gave it; null where it was not counted here
     */
    record PostTaken(
            OrganizationId organization,
            PersonId person,
            String post,
            String way,
            @Nullable UUID election) implements CommitteeEvent {}

    /**
     * Somebody no longer holds a post (thôi giữ chức vụ).
     *
     * @param reason code of the list {@code post-end}
     */
    record PostLeft(OrganizationId organization, PersonId person, String post, String reason)
            implements CommitteeEvent {}

    /** Working rules (quy chế làm việc) were adopted; number and date are those of the entry's paper. */
    record WorkingRulesAdopted(OrganizationId organization, String title) implements CommitteeEvent {}

    /**
     * Somebody was charged with something (phân công phụ trách).
     *
     * @param charge in words
     */
    record ChargeGiven(OrganizationId organization, PersonId person, String charge) implements CommitteeEvent {}

    /** The charge of these words ended. */
    record ChargeEnded(OrganizationId organization, PersonId person, String charge) implements CommitteeEvent {}

    /**
     * The votes of an election were counted.
     *
     * @param election its id, which the posts it gave carry too
     * @param held everything the counting board counted
     * @param elected those who were elected, in the order of their votes
     */
    record ElectionCounted(UUID election, OrganizationId organization, Election held, List<PersonId> elected)
            implements CommitteeEvent {
        public ElectionCounted {
            elected = List.copyOf(elected);
        }
    }
}
