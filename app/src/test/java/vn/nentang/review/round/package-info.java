@NullMarked
package vn.nentang.review.round;

import org.jspecify.annotations.NullMarked;
