package vn.nentang.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;

/**
 * An organisation as it is on one date.
 *
 * @param since the first day on which all of this held together
 */
public record Organization(
        OrganizationId id,
        String name,
        String type,
        @Nullable String code,
        @Nullable OrganizationId parent,
        LocalDate since) {}
