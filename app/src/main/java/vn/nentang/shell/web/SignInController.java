package vn.nentang.shell.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door. */
@WebFace
public final class SignInController {

    private static final List<String> STATES = List.of("wrong", "wait", "out", "changed", "ended", "locked", "reset");
    private static final long WAIT_SECONDS_MAX = 3600;

    /**
     * The form.
     *
     * @param state why the form is shown again: wrong, wait, out, changed, ended, locked, reset; empty at first
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
            @RequestParam Map<String, String> given,
            @RequestParam(required = false) @Nullable Long wait,
            HttpSession session) {
        var login = Optional.ofNullable(session.getAttribute(SignInOutcome.LOGIN_TYPED))
                .map(Object::toString)
                .orElse("");
        var seconds = wait == null ? 0 : Math.clamp(wait, 1, WAIT_SECONDS_MAX);
        return Reply.show(new SignInPage(state(given.keySet()), seconds, login));
    }

    private static String state(Set<String> given) {
        return STATES.stream().filter(given::contains).findFirst().orElse("");
    }
}
