package vn.nentang.shell.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.nentang.access.HeldPost;
import vn.nentang.access.PostsHeld;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;

/** Posts given by tests. */
@Component
final class PostsForTests implements PostsHeld {

    private static final Map<PersonId, HeldPost> POSTS = new ConcurrentHashMap<>();

    static void give(PersonId person, OrganizationId organization, String post) {
        POSTS.put(person, new HeldPost(organization, post));
    }

    static void end(PersonId person) {
        POSTS.remove(person);
    }

    @Override
    public List<HeldPost> of(PersonId person, LocalDate on) {
        var post = POSTS.get(person);
        return post == null ? List.of() : List.of(post);
    }
}
