/**
 * What yearly results say over several years: years in a row, targets, screening, records for appointments, rewards
 * proposed. Everything is computed from the decisions on record; nothing here decides.
 *
 * <p>Start reading at {@link vn.nentang.review.years.Streaks} and {@link vn.nentang.review.years.Consequences}.
 */
@NamedInterface("years")
@NullMarked
package vn.nentang.review.years;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
