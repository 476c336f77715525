package vn.nentang.shell.web;

import java.util.List;
import vn.nentang.access.Right;

/** The viewer holds none of the rights that what was asked for needs, anywhere. Shown as 403, with the posts that could. */
public final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Right> needed;

    public NotAllowed(List<Right> needed) {
        super("needs one of " + needed, null, false, false);
        this.needed = List.copyOf(needed);
    }

    public List<Right> needed() {
        return needed;
    }
}
