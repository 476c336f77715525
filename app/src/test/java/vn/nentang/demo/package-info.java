@NullMarked
package vn.nentang.demo;

import org.jspecify.annotations.NullMarked;
