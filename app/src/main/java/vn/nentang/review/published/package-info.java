/**
 * Results of yearly reviews as places publish them: counts or percentages, sometimes incomplete, sometimes wrong. What can
 * be computed is computed from counts; what does not add up is flagged, never mended.
 *
 * <p>Start reading at {@link vn.nentang.review.published.PublishedSummaries}.
 */
@NamedInterface("published")
@NullMarked
package vn.nentang.review.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
