/**
 * Official papers in the Party's layout: one plain model, written as a Word file and as PDF. Knows nothing of reviews or
 * elections; the modules above say what stands on a paper.
 *
 * <p>Start reading at {@link vn.nentang.paper.OfficialPaper} (what a paper consists of), then
 * {@link vn.nentang.paper.PaperFormat} (how it looks on its day) and {@link vn.nentang.paper.PaperFiles}.
 */
@ApplicationModule(
        displayName = "Paper",
        allowedDependencies = {"kernel", "rulebook"})
@NullMarked
package vn.nentang.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
