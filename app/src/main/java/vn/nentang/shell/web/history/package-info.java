/** What was decided about a person or an organisation, told with what was believed before. */
@NullMarked
package vn.nentang.shell.web.history;

import org.jspecify.annotations.NullMarked;
