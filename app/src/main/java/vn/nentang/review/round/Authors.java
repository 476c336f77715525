package vn.nentang.review.round;

import java.util.Optional;
import java.util.function.Predicate;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;

/** Who stands behind the name under an entry; answered by whoever knows accounts and posts. */
public interface Authors {

    /** The committees in whose name an author may decide today; all of them for whoever keeps the machine. */
    Predicate<OrganizationId> committeesOf(String author);

    /** The member whose own account it is; empty for a technical one and for whoever keeps the machine. */
    Optional<PersonId> personOf(String author);
}
