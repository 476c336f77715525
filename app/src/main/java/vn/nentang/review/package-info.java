/**
 * Review: the yearly review and classification of organisations, collectives and members. Classifies by the regime of the
 * year, checks an office's workbook and the results that places publish, and records what the competent level decided.
 *
 * <p>Start reading at {@link vn.nentang.review.Classifier} (the rules), {@link vn.nentang.review.workbook} and
 * {@link vn.nentang.review.published} (what is read), and {@link vn.nentang.review.ReviewEvent} (what is recorded).
 */
@ApplicationModule(
        displayName = "Review",
        allowedDependencies = {
            "kernel",
            "ledger",
            "rulebook",
            "rulebook :: regime",
            "rulebook :: source",
            "sheet",
            "organization",
            "membership",
            "committee",
            "paper",
            "store"
        })
@NullMarked
package vn.nentang.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
