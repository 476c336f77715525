/** The pages of committees: a committee on a day, those to strengthen, elections and their minutes. */
@NullMarked
package vn.nentang.shell.web.committee;

import org.jspecify.annotations.NullMarked;
