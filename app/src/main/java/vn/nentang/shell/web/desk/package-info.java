/** The first page. */
@NullMarked
package vn.nentang.shell.web.desk;

import org.jspecify.annotations.NullMarked;
