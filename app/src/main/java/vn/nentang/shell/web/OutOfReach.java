package vn.nentang.shell.web;

import java.util.Optional;

/** What was asked for is not there for this viewer: it does not exist, or lies outside the reach. Shown as 404. */
public final class OutOfReach extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutOfReach() {
        super("not there for this viewer", null, false, false);
    }

    public static <T> T require(Optional<T> found) {
        return found.orElseThrow(OutOfReach::new);
    }

    public static void unless(boolean allowed) {
        if (!allowed) {
            throw new OutOfReach();
        }
    }
}
