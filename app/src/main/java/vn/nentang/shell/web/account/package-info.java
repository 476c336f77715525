/** The pages of one's own account. */
@NullMarked
package vn.nentang.shell.web.account;

import org.jspecify.annotations.NullMarked;
