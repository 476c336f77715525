/**
 * The pages: what all of them share. A controller returns a {@link vn.nentang.shell.web.Reply}; a reply shows a
 * {@link vn.nentang.shell.web.Page}, a record that holds all its template prints; the {@link vn.nentang.shell.web.Frame}
 * brings language, viewer and date. Everything works without script.
 */
@NullMarked
package vn.nentang.shell.web;

import org.jspecify.annotations.NullMarked;
