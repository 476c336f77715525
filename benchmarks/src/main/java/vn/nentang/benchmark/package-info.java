/** What the program costs in time, measured beside what a person would use instead. Run by {@code ./dev bench NAME}. */
@NullMarked
package vn.nentang.benchmark;

import org.jspecify.annotations.NullMarked;
