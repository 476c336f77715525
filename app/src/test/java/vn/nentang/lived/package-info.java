/** Whole rounds lived through the pages of the program in a process of its own, which may be killed meanwhile. */
@NullMarked
package vn.nentang.lived;

import org.jspecify.annotations.NullMarked;
