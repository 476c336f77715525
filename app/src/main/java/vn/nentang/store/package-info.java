/**
 * Store: the database. An embedded PostgreSQL 18 by default, an external one by one setting; migrations; two roles, of
 * which the application's own owns nothing.
 *
 * <p>Start reading at {@link vn.nentang.store.StoreSettings} (which database), then {@link vn.nentang.store.Store} (how
 * it is opened and left) and {@link vn.nentang.store.StoreUnavailable} (why it may not open).
 */
@ApplicationModule(
        displayName = "Store",
        allowedDependencies = {})
@NullMarked
package vn.nentang.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
