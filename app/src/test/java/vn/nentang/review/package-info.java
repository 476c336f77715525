@NullMarked
package vn.nentang.review;

import org.jspecify.annotations.NullMarked;
