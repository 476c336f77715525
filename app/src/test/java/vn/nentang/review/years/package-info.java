@NullMarked
package vn.nentang.review.years;

import org.jspecify.annotations.NullMarked;
