/** Who may do what: the matrix as a page, and who read which file. */
@NullMarked
package vn.nentang.shell.web.authority;

import org.jspecify.annotations.NullMarked;
