/**
 * Ledger: what was done, once and for good. Append, read in order, verify, export, import; subjects; the registers'
 * cursor and rebuild. It knows no rule of any field.
 *
 * <p>Start reading at {@link vn.nentang.ledger.Entry}, then {@link vn.nentang.ledger.Ledger} (how acts get in) and
 * {@link vn.nentang.ledger.Register} (how rows come out).
 */
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"kernel", "store"})
@NullMarked
package vn.nentang.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
