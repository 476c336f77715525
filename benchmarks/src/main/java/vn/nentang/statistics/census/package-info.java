/** What benchmarks need of the census' inside. */
@NullMarked
package vn.nentang.statistics.census;

import org.jspecify.annotations.NullMarked;
