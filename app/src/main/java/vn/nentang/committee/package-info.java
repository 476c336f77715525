/**
 * Committees by term, posts, elections, working rules and charges; which committees need strengthening (kiện toàn). What a
 * person may do follows from the posts kept here.
 *
 * <p>Start reading at {@link vn.nentang.committee.CommitteeEvent} (what can happen), then
 * {@link vn.nentang.committee.CommitteeDesk} (how it is requested), {@link vn.nentang.committee.Committees} (a committee on
 * any date) and {@link vn.nentang.committee.ElectionCount} (who is elected, and why).
 */
@ApplicationModule(
        displayName = "Committee",
        allowedDependencies = {"kernel", "ledger", "rulebook", "organization", "access", "membership", "paper", "store"
        })
@NullMarked
package vn.nentang.committee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
