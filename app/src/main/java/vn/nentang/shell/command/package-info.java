/** The command line: one class for each command, thin; output through picocli so that tests read it. */
@NullMarked
package vn.nentang.shell.command;

import org.jspecify.annotations.NullMarked;
