package vn.nentang.review.round;

import java.util.function.Predicate;
import vn.nentang.kernel.OrganizationId;

/** Whose account may decide for which committee; answered by whoever knows accounts and posts. */
@FunctionalInterface
public interface Deciders {

    /** The committees in whose name an author may decide today; all of them for whoever keeps the machine. */
    Predicate<OrganizationId> committeesOf(String author);
}
