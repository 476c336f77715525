package vn.nentang.shell.web.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.access.Right;
import vn.nentang.access.Scope;
import vn.nentang.access.Viewer;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;

/**
 * Rows of a tree. Where few organisations stand below what is shown, all of them are, with their members; where many do, only
 * those asked for, and members only of what has nothing below it: so a page costs what it shows.
 */
final class Branches {

    private static final int SHOWN_WHOLE_MAX = 200;
    private static final int COUNTED_WHOLE_MAX = 500;

    private final Scope scope;
    private final Scope counted;
    private final LocalDate on;
    private final Function<Organization, String> type;
    private final boolean shownWhole;
    private final boolean countedWhole;
    private final Counting counting;

    /**
     * @param tops what the page is about
     * @param shown what of it and below it stands on the page in any case
     */
    Branches(
            Viewer viewer,
            LocalDate on,
            Rosters rosters,
            Function<Organization, String> type,
            List<Organization> tops,
            List<Organization> shown) {
        this.scope = viewer.scope();
        this.counted = viewer.under(Right.MEMBER_READ).scope();
        this.on = on;
        this.type = type;
        var size = tops.stream().mapToInt(top -> subtree(top).size()).sum();
        this.shownWhole = size <= SHOWN_WHOLE_MAX;
        this.countedWhole = size <= COUNTED_WHOLE_MAX;
        var rolls = countedWhole ? tops.stream().flatMap(top -> subtree(top).stream()) : shown.stream();
        this.counting = new Counting(rosters, rolls.filter(this::mayCount).toList(), on);
    }

    private List<Organization> subtree(Organization organization) {
        return scope.subtree(organization.id(), on);
    }

    private boolean mayCount(Organization organization) {
        return counted.covers(organization.id(), on);
    }

    /** With all that stands below, or without where that is too much. */
    TreePage.Node node(Organization organization) {
        return node(organization, shownWhole ? scope.below(organization.id(), on) : List.of());
    }

    /** With some of what stands directly below. */
    TreePage.Node node(Organization organization, List<Organization> below) {
        return new TreePage.Node(
                organization.id(),
                organization.name(),
                type.apply(organization),
                organization.code(),
                members(organization),
                subtree(organization).size() - 1,
                below.stream().map(this::node).toList());
    }

    /** On its own roll and on those below; null for who may not know, and where they are too many to be counted here. */
    @Nullable
    Long members(Organization organization) {
        return mayCount(organization) && isCounted(organization) ? counting.members(subtree(organization)) : null;
    }

    /** Zero where they are not counted. */
    long probationary(Organization organization) {
        return countedWhole ? counting.probationary(subtree(organization)) : 0;
    }

    private boolean isCounted(Organization organization) {
        return countedWhole || subtree(organization).size() == 1;
    }

    /** Of all these together; null where one of them is not counted. */
    @Nullable
    Long members(List<Organization> organizations) {
        var all = organizations.stream()
                .flatMap(o -> Stream.ofNullable(members(o)))
                .toList();
        return all.size() == organizations.size()
                ? all.stream().mapToLong(Long::longValue).sum()
                : null;
    }
}
