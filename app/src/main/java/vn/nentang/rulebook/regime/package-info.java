/**
 * The yearly review's regimes as data: who is classified, by which conditions, into which levels, under which cap. A
 * condition is a CEL expression over declared facts: typed, terminating, compiled once.
 *
 * <p>Start reading at {@link vn.nentang.rulebook.regime.ReviewRegime}.
 */
@NamedInterface("regime")
@NullMarked
package vn.nentang.rulebook.regime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
