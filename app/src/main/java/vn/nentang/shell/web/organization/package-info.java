/** The pages of Party organisations: the tree on a day, one organisation. */
@NullMarked
package vn.nentang.shell.web.organization;

import org.jspecify.annotations.NullMarked;
