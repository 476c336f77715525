/** The pages of members: the roster on a day, one member's file, the search. */
@NullMarked
package vn.nentang.shell.web.membership;

import org.jspecify.annotations.NullMarked;
