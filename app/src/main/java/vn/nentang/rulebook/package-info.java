/**
 * Rulebook: the instruments, parameters, code lists and review regimes, each by date and with its article and mark. It is
 * read from files, strictly, and never changed while the program runs.
 *
 * <p>Start reading at {@link vn.nentang.rulebook.Rulebook} (how to ask), then {@link vn.nentang.rulebook.Ruling} (what is
 * answered). The files lie under {@code rulebook/} in the resources; docs/how-to/add-a-rule.md shows how to add to them.
 */
@ApplicationModule(
        displayName = "Rulebook",
        allowedDependencies = {"kernel"})
@NullMarked
package vn.nentang.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
