/**
 * The year's workbook of one organisation, as offices keep it: read by the meaning of its header, classified under the
 * regime of the year, compared with what the cells propose. Nothing is recorded here.
 *
 * <p>Start reading at {@link vn.nentang.review.workbook.ReviewWorkbookCheck}.
 */
@NamedInterface("workbook")
@NullMarked
package vn.nentang.review.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
