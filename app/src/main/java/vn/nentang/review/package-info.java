/** Placeholder face; replaced when the rules land. */
@NullMarked
package vn.nentang.review;

import org.jspecify.annotations.NullMarked;
