/**
 * Seeded fuzzing of everything that reads what comes from outside. One seed is one input: the same seed over the same
 * samples makes the same bytes.
 *
 * <p>Start reading at {@link vn.nentang.fuzz.Fuzzer}.
 */
@NullMarked
package vn.nentang.fuzz;

import org.jspecify.annotations.NullMarked;
