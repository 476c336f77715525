/** Shell: what holds the rooms together: layout, menus, errors, and the command line. Uses every module; none uses it. */
@ApplicationModule(displayName = "Shell")
@NullMarked
package vn.nentang.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
