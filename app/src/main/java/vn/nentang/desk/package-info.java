/**
 * Desk: what must be done today and the figures that matter, gathered from every module; it decides nothing and records
 * nothing.
 *
 * <p>Start reading at {@link vn.nentang.desk.Duties}.
 */
@ApplicationModule(displayName = "Desk")
@NullMarked
package vn.nentang.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
