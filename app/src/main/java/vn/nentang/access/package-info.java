/**
 * Access: accounts, signing in, and what an account may see and do. Authority is no table of roles: it is the posts a person
 * holds today, over the organisations they are held in and all below them, for the kinds of reading and acts that the
 * matrix gives to each post. What lies outside is not there.
 *
 * <p>Start reading at {@link vn.nentang.access.AuthorityMatrix} (which post gives what), then
 * {@link vn.nentang.access.Viewer} (who is reading), {@link vn.nentang.access.Scope} (what lies within reach) and
 * {@link vn.nentang.access.Accounts} (who may sign in).
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"kernel", "ledger", "organization", "rulebook", "rulebook :: source", "store"})
@NullMarked
package vn.nentang.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
