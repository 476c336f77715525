@NullMarked
package vn.nentang.simulation;

import org.jspecify.annotations.NullMarked;
