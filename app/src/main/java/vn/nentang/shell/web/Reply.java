package vn.nentang.shell.web;

import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;

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

    /** What was recorded leads on; what was refused leads to the form again with every reason. */
    static Reply to(Answer answer, String path, Function<List<Refusal>, Page> form) {
        return switch (answer) {
            case Answer.Recorded _ -> goTo(path);
            case Answer.Refused(var reasons) -> refused(form.apply(reasons));
        };
    }

    static Reply goTo(String path) {
        return new Go(path);
    }
}
