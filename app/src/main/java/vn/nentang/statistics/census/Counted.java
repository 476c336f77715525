package vn.nentang.statistics.census;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;

/**
 * Some of the people behind a figure, cell by cell in the order of the tree.
 *
 * @param last where to go on; null after the last
 */
public record Counted(List<OnRoll> members, @Nullable OnRoll last) {

    public Counted {
        members = List.copyOf(members);
    }

    /** A member and the cell on whose roll the member is counted. */
    public record OnRoll(OrganizationId cell, PersonId person) {}
}
