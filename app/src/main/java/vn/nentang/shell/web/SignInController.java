package vn.nentang.shell.web;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door. */
@WebFace
public final class SignInController {

    private static final long WAIT_SECONDS_MAX = 3600;

    /**
     * The form.
     *
     * @param state why the form is shown again: wrong, wait, out, ended; empty at first
     * @param waitSeconds how long to wait before the next try
     */
    public record SignInPage(String state, long waitSeconds, String login) implements Page {
        @Override
        public String template() {
            return "sign-in";
        }
    }

    @GetMapping("/sign-in")
    Reply show(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable Long wait,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String ended,
            HttpSession session) {
        var login = Optional.ofNullable(session.getAttribute(SignInOutcome.LOGIN_TYPED))
                .map(Object::toString)
                .orElse("");
        var seconds = wait == null ? 0 : Math.clamp(wait, 1, WAIT_SECONDS_MAX);
        return Reply.show(new SignInPage(state(wrong, wait, out, ended), seconds, login));
    }

    private static String state(
            @Nullable String wrong, @Nullable Long wait, @Nullable String out, @Nullable String ended) {
        if (wrong != null) {
            return "wrong";
        }
        if (wait != null) {
            return "wait";
        }
        return out != null ? "out" : ended != null ? "ended" : "";
    }
}
