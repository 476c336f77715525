@NullMarked
package vn.nentang.review.printed;

import org.jspecify.annotations.NullMarked;
