@NullMarked
package vn.nentang.desk;

import org.jspecify.annotations.NullMarked;
