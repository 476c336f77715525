package vn.nentang.shell.web;

import org.jspecify.annotations.Nullable;

/** Addresses of this application, as opposed to somebody else's that a stranger put into a link. */
final class LocalPath {

    private LocalPath() {}

    /** Starts with one slash and can mean no other host. */
    static boolean isLocal(@Nullable String path) {
        return path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c != '\\' && c < 127);
    }

    static String orHome(@Nullable String path) {
        return path != null && isLocal(path) ? path : "/";
    }
}
