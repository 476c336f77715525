/**
 * Party organisations: their types, dated names, codes and parent links; founding, renaming, recoding, retyping, moving
 * under another parent, ending.
 *
 * <p>Start reading at {@link vn.nentang.organization.OrganizationEvent} (what can happen), then
 * {@link vn.nentang.organization.OrganizationDesk} (how it is requested) and
 * {@link vn.nentang.organization.Organizations} (the tree on any date).
 */
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"kernel", "ledger", "rulebook", "store"})
@NullMarked
package vn.nentang.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
