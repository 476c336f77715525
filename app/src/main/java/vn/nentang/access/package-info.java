/**
 * Access: accounts, signing in, and whose records an account may see. The scope is one organisation and all that stands
 * below it on the date asked; what lies outside is not there.
 *
 * <p>Start reading at {@link vn.nentang.access.Viewer} (who is reading), then {@link vn.nentang.access.Scope} (what may be
 * read) and {@link vn.nentang.access.Accounts} (who may sign in).
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"kernel", "organization", "store"})
@NullMarked
package vn.nentang.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
