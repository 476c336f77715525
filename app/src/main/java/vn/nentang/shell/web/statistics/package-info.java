/** The pages of figures over many members: the census of an organisation, and the people behind a figure. */
@NullMarked
package vn.nentang.shell.web.statistics;

import org.jspecify.annotations.NullMarked;
