package vn.nentang.access;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.PersonId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.organization.RollKeepers;
import vn.nentang.rulebook.Rulebook;

/** What accounts may do on a day: the posts held on it, through the matrix. Asked anew for every request. */
@Component
public final class Authorities {

    private final AuthorityMatrix matrix;
    private final List<PostsHeld> posts;
    private final Organizations organizations;
    private final Set<String> rollKeepers;

    public Authorities(AuthorityMatrix matrix, List<PostsHeld> posts, Organizations organizations, Rulebook rulebook) {
        this.matrix = matrix;
        this.posts = List.copyOf(posts);
        this.organizations = organizations;
        this.rollKeepers = RollKeepers.types(rulebook);
    }

    Viewer of(Account account, LocalDate today) {
        var reach = new Scope(List.of(), organizations);
        var held = account.person() == null
                ? List.<AuthorityMatrix.Held>of()
                : held(account.person(), reach, today).toList();
        return new Viewer(
                account,
                held.stream()
                        .map(h -> new Viewer.Post(h.held(), h.post().title()))
                        .toList(),
                matrix.over(held, account.isTechnical()),
                reach);
    }

    private Stream<AuthorityMatrix.Held> held(PersonId person, Scope reach, LocalDate today) {
        return posts.stream()
                .flatMap(known -> known.of(person, today).stream())
                .distinct()
                .flatMap(post -> given(post, reach, today))
                .sorted(Comparator.comparingInt(held -> matrix.posts().indexOf(held.post())));
    }

    /** A post in an organisation that is not in force gives nothing. */
    private Stream<AuthorityMatrix.Held> given(HeldPost post, Scope reach, LocalDate today) {
        return reach.inForce(post.organization(), today).map(Organization::type).stream()
                .flatMap(type -> matrix.find(post.post(), rollKeepers.contains(type)).stream())
                .map(row -> new AuthorityMatrix.Held(post, row));
    }
}
