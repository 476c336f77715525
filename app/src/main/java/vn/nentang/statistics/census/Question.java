package vn.nentang.statistics.census;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;

/**
 * Which members are counted, and by what.
 *
 * @param organization those on the rolls of this organisation and of all below it
 * @param on the day on which they stand there
 * @param treeOn the day whose tree says what stands below: the same day, or another to see a figure on today's tree
 * @param knownAt as it was known then, to the second; null means now
 * @param by at most two
 */
public record Question(
        OrganizationId organization,
        LocalDate on,
        LocalDate treeOn,
        @Nullable Instant knownAt,
        List<Dimension> by) {

    private static final int DIMENSIONS_MOST = 2;

    /** @throws IllegalArgumentException for more than two attributes */
    public Question {
        by = List.copyOf(by);
        if (by.size() > DIMENSIONS_MOST) {
            throw new IllegalArgumentException("%d attributes".formatted(by.size()));
        }
    }

    /** On the day's own tree, as known now. */
    public Question(OrganizationId organization, LocalDate on, List<Dimension> by) {
        this(organization, on, on, null, by);
    }
}
