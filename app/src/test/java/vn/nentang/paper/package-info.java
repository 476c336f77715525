@NullMarked
package vn.nentang.paper;

import org.jspecify.annotations.NullMarked;
