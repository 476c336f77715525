@NullMarked
package vn.nentang.membership;

import org.jspecify.annotations.NullMarked;
