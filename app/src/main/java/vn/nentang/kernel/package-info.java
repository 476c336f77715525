/**
 * Kernel: ids, dates, citations, refusals and Vietnamese text. Values only: no Spring, no SQL.
 *
 * <p>Start reading at {@link vn.nentang.kernel.PartialDate}, {@link vn.nentang.kernel.Refusal} and
 * {@link vn.nentang.kernel.Citation}.
 */
@ApplicationModule(
        displayName = "Kernel",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package vn.nentang.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
