package vn.nentang.membership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.LedgerEvent;

/** What can happen to a person in Party life. Each holds from the entry's effective date. */
public sealed interface MembershipEvent extends LedgerEvent {

    PersonId person();

    /** The person became known here, with what was known of the file. */
    record PersonRegistered(PersonId person, List<Fact> facts) implements MembershipEvent {
        public PersonRegistered {
            facts = List.copyOf(facts);
        }
    }

    /** Fields of the file have other values. */
    record FactsRecorded(PersonId person, List<Fact> facts) implements MembershipEvent {
        public FactsRecorded {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Admitted to the Party (kết nạp): probationary from then on.
     *
     * @param cell the admitting cell; null where a list tells the day but not the cell
     * @param on the day as far as the paper tells it
     */
    record Admitted(PersonId person, @Nullable OrganizationId cell, PartialDate on) implements MembershipEvent {}

    /** Recognised as a full member (công nhận chính thức). */
    record Recognised(PersonId person, PartialDate on) implements MembershipEvent {}

    /**
     * Found on the roll of a cell by a list; how the member came there is not told.
     *
     * @param standing {@code full} or {@code probationary} where the list says so; null where it does not
     */
    record Enrolled(
            PersonId person, OrganizationId cell, @Nullable String standing) implements MembershipEvent {}

    /**
     * Arrived from outside what this ledger covers (chuyển đến).
     *
     * @param origin code of the list {@code arrival-origin}
     */
    record Arrived(
            PersonId person,
            OrganizationId cell,
            String origin,
            @Nullable String from) implements MembershipEvent {}

    /** Moved to another cell of this ledger (chuyển sinh hoạt đảng chính thức). */
    record Transferred(PersonId person, OrganizationId to) implements MembershipEvent {}

    /**
     * Departed to outside what this ledger covers (chuyển đi).
     *
     * @param destination code of the list {@code arrival-origin}
     */
    record Departed(
            PersonId person, String destination, @Nullable String to) implements MembershipEvent {}

    /** Exempted from work and activity (miễn công tác và sinh hoạt đảng). */
    record Exempted(PersonId person) implements MembershipEvent {}

    /** Takes part again after an exemption. */
    record Resumed(PersonId person) implements MembershipEvent {}

    /** Suspended from Party activity (đình chỉ sinh hoạt đảng). */
    record Suspended(PersonId person, @Nullable LocalDate until) implements MembershipEvent {}

    /** The suspension ended. */
    record Reinstated(PersonId person) implements MembershipEvent {}

    /**
     * Takes part for a time elsewhere (sinh hoạt đảng tạm thời); stays on the own cell's roll.
     *
     * @param cell the cell visited, where this ledger has it
     * @param place the place in words, where it has not
     */
    record TemporaryActivityStarted(
            PersonId person,
            @Nullable OrganizationId cell,
            @Nullable String place) implements MembershipEvent {}

    /** Back from temporary activity. */
    record TemporaryActivityEnded(PersonId person) implements MembershipEvent {}

    /**
     * No longer a member.
     *
     * @param cause code of the list {@code leave-cause}: died, expelled, removed from the list, left on request, …
     */
    record Left(PersonId person, String cause) implements MembershipEvent {}

    /** Membership restored (phục hồi đảng tịch) after a wrong decision. */
    record Restored(PersonId person, OrganizationId cell) implements MembershipEvent {}
}
