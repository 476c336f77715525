package vn.nentang.organization;

import java.time.LocalDate;
import java.util.List;
import vn.nentang.kernel.OrganizationId;

/**
 * An organisation that ended and was taken over by others.
 *
 * @param name the last it had
 * @param on the first day on which it was no more
 */
public record Succession(OrganizationId ended, String name, LocalDate on, List<OrganizationId> successors) {
    public Succession {
        successors = List.copyOf(successors);
    }
}
