/** The pages of roster imports: check a file, see every problem, record, take back. */
@NullMarked
package vn.nentang.shell.web.intake;

import org.jspecify.annotations.NullMarked;
