@NullMarked
package vn.nentang.committee;

import org.jspecify.annotations.NullMarked;
