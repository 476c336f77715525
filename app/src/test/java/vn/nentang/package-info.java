@NullMarked
package vn.nentang;

import org.jspecify.annotations.NullMarked;
