/**
 * The census: members counted by any one or two attributes, for any organisation with all below it, on any date, as known at
 * any time. Kept in memory, one page for each cell; read from the ledger when first asked for, and up to its last entry at
 * every question.
 *
 * <p>Start reading at {@link vn.nentang.statistics.census.Census}; why it is made so stands in
 * {@code docs/explanation/census.md}. Nothing outside knows how it is kept.
 */
@NullMarked
@NamedInterface("census")
package vn.nentang.statistics.census;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
