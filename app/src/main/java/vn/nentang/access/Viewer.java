package vn.nentang.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.rulebook.Label;

/**
 * Who is reading, with everything the posts held today allow. The reach is that of one right: a page gets its viewer under
 * the right the page needs, and reads only through that.
 */
public final class Viewer {

    private final Account account;
    private final List<Post> posts;
    private final Map<Right, List<HeldPost>> authority;
    private final Scope scope;

    Viewer(Account account, List<Post> posts, Map<Right, List<HeldPost>> authority, Scope scope) {
        this.account = account;
        this.posts = List.copyOf(posts);
        this.authority = authority;
        this.scope = scope;
    }

    /** A post the viewer holds today. */
    public record Post(HeldPost held, Label title) {}

    public Account account() {
        return account;
    }

    public List<Post> posts() {
        return posts;
    }

    /** Where the right holds that this viewer stands under; nowhere before {@link #under} was asked. */
    public Scope scope() {
        return scope;
    }

    /** The same viewer with the reach of one right. */
    public Viewer under(Right right) {
        return new Viewer(account, posts, authority, scope.over(placesOf(right)));
    }

    /** The organisations over which a right is held, without what stands below them. */
    public List<OrganizationId> placesOf(Right right) {
        return authority.getOrDefault(right, List.of()).stream()
                .map(HeldPost::organization)
                .distinct()
                .toList();
    }

    /** Whether a right is held anywhere. */
    public boolean may(Right right) {
        return authority.containsKey(right);
    }

    /** Whether a right is held over what concerns an organisation; see {@link Scope#keeps}. */
    public boolean may(Right right, OrganizationId organization, LocalDate today) {
        return may(right) && scope.over(placesOf(right)).keeps(organization, today);
    }

    /** The post that gives a right, for the log: the first, where several do. */
    public Optional<HeldPost> postGiving(Right right) {
        return authority.getOrDefault(right, List.of()).stream().findFirst();
    }

    /** Whose account it is; null for a technical one. */
    public @Nullable PersonId person() {
        return account.person();
    }

    public boolean isSelf(PersonId other) {
        return other.equals(account.person());
    }
}
