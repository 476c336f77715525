/** The pages of a review round: opening, papers, meeting, decisions, progress. */
@NullMarked
package vn.nentang.shell.web.round;

import org.jspecify.annotations.NullMarked;
