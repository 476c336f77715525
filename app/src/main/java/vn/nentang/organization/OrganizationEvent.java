package vn.nentang.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.LedgerEvent;

/** What can happen to a Party organisation (tổ chức đảng). Each holds from the entry's effective date. */
public sealed interface OrganizationEvent extends LedgerEvent {

    OrganizationId organization();

    /**
     * It was founded (thành lập).
     *
     * @param type code of the list {@code organization-type}
     * @param code the number offices use for it; not its identity
     * @param parent the organisation directly above; null for the top of what this ledger covers
     */
    record Founded(
            OrganizationId organization,
            String type,
            String name,
            @Nullable String code,
            @Nullable OrganizationId parent)
            implements OrganizationEvent {}

    /** It has another name (đổi tên). */
    record Renamed(OrganizationId organization, String name) implements OrganizationEvent {}

    /** It has another code; null when the code was withdrawn. */
    record Recoded(OrganizationId organization, @Nullable String code) implements OrganizationEvent {}

    /** It is of another type (chuyển loại hình), for example a cell that became a Party body. */
    record Retyped(OrganizationId organization, String type) implements OrganizationEvent {}

    /** It stands under another parent (chuyển về trực thuộc). */
    record Moved(OrganizationId organization, OrganizationId parent) implements OrganizationEvent {}

    /**
     * It ended (kết thúc hoạt động, giải thể, sáp nhập).
     *
     * @param successors the organisations that took it over; empty when none did
     */
    record Ended(OrganizationId organization, String reason, List<OrganizationId> successors)
            implements OrganizationEvent {
        public Ended {
            successors = List.copyOf(successors);
        }
    }
}
