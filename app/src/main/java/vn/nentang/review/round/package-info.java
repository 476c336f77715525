/** The yearly round as it is lived: opened, self-reviewed, met, appraised, decided, told, sent. */
@NullMarked
@NamedInterface("round")
package vn.nentang.review.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
