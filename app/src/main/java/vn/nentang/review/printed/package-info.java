/** The papers of a review round: what stands on them, from what is recorded. How they look is the paper module's care. */
@NamedInterface("printed")
@NullMarked
package vn.nentang.review.printed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
