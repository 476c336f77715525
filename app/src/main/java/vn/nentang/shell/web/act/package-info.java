/** Recording acts on the pages: forms described once, shown, checked and sent to the desks; what was recorded, told. */
@NullMarked
package vn.nentang.shell.web.act;

import org.jspecify.annotations.NullMarked;
