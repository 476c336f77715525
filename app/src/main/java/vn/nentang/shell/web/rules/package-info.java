/** The pages of the rulebook: what is in force, by which article, how sure. */
@NullMarked
package vn.nentang.shell.web.rules;

import org.jspecify.annotations.NullMarked;
