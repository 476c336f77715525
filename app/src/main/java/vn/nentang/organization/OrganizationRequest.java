package vn.nentang.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;

/** What a competent body asks to have recorded about an organisation, effective on a date. */
public sealed interface OrganizationRequest {

    OrganizationId organization();

    LocalDate on();

    record Found(
            OrganizationId organization,
            LocalDate on,
            String type,
            String name,
            @Nullable String code,
            @Nullable OrganizationId parent)
            implements OrganizationRequest {}

    record Rename(OrganizationId organization, LocalDate on, String name) implements OrganizationRequest {}

    record Recode(
            OrganizationId organization,
            LocalDate on,
            @Nullable String code) implements OrganizationRequest {}

    record Retype(OrganizationId organization, LocalDate on, String type) implements OrganizationRequest {}

    record Move(OrganizationId organization, LocalDate on, OrganizationId parent) implements OrganizationRequest {}

    record End(OrganizationId organization, LocalDate on, String reason, List<OrganizationId> successors)
            implements OrganizationRequest {
        public End {
            successors = List.copyOf(successors);
        }
    }
}
