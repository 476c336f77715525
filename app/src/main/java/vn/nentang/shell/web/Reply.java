package vn.nentang.shell.web;

import org.springframework.http.HttpStatus;

/** What a controller answers. */
public sealed interface Reply {

    /** A page, and how the request went. */
    record Show(Page page, HttpStatus status) implements Reply {}

    /** Another address of this application, to be read with GET. */
    record Go(String path) implements Reply {
        public Go {
            if (!LocalPath.isLocal(path)) {
                throw new IllegalArgumentException("Not an address of this application: " + path);
            }
        }
    }

    static Reply show(Page page) {
        return new Show(page, HttpStatus.OK);
    }

    /** The form again, with what was typed and every reason. */
    static Reply refused(Page page) {
        return new Show(page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    static Reply goTo(String path) {
        return new Go(path);
    }
}
