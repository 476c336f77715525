package vn.nentang.access;

import java.time.LocalDate;
import java.util.List;
import vn.nentang.kernel.PersonId;

/** Who holds which post, over which organisation. Answered by the modules that know: authority follows from it. */
public interface PostsHeld {

    List<HeldPost> of(PersonId person, LocalDate on);
}
