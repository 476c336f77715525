/**
 * Persons and memberships: who is on which cell's roll, since when, in which standing; admission, recognition, arrival,
 * transfer, departure, exemption, suspension, temporary activity, leaving. A person is not a membership: a person may
 * be admitted twice, and stays known after leaving.
 *
 * <p>Start reading at {@link vn.nentang.membership.MembershipEvent} (what can happen), then
 * {@link vn.nentang.membership.MembershipDesk} (how it is requested) and {@link vn.nentang.membership.Rosters} (the
 * lists on any date).
 */
@ApplicationModule(
        displayName = "Membership",
        allowedDependencies = {"access", "kernel", "ledger", "rulebook", "organization", "sheet", "store"})
@NullMarked
package vn.nentang.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
