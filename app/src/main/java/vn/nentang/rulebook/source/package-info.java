/**
 * Reading of YAML texts, strictly: every key is asked for by name, what nobody asked for is a problem, and every problem
 * says file, line, key and what is allowed. Plain values only; no type can be named from inside a file.
 *
 * <p>Start reading at {@link vn.nentang.rulebook.source.Section}.
 */
@NamedInterface("source")
@NullMarked
package vn.nentang.rulebook.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
