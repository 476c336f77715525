/**
 * Intake of rosters: reads an office's own list of members, checks every row, and says everything that is wrong with it
 * at once. Pure: it records nothing and knows no database.
 *
 * <p>Start reading at {@link vn.nentang.membership.intake.RosterIntake}, then
 * {@link vn.nentang.membership.intake.RosterCheck} (the result) and {@link vn.nentang.membership.intake.ProblemCode}.
 */
@NamedInterface("intake")
@NullMarked
package vn.nentang.membership.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
