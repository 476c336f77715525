@NullMarked
package vn.nentang.organization;

import org.jspecify.annotations.NullMarked;
