/**
 * Rule files that come after the program: signed packages, the keys that may sign them, and what is in force. Nothing
 * unsigned is ever read as a rule, and what was taken in is verified again at every start.
 *
 * <p>Start reading at {@link vn.nentang.rulebook.update.RuleUpdates}.
 */
@NamedInterface("update")
@NullMarked
package vn.nentang.rulebook.update;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
