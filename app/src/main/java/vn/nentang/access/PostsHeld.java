package vn.nentang.access;

import java.time.LocalDate;
import java.util.List;
import vn.nentang.kernel.PersonId;

/** Asked for everything that authority follows from; answered by the module that keeps the posts. */
public interface PostsHeld {

    /** The posts that give authority on a day; empty for somebody who holds none, or is no longer a member. */
    List<HeldPost> of(PersonId person, LocalDate on);
}
