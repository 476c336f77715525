package vn.nentang.shell.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Resets;
import vn.nentang.access.SignInAttempts;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Refusal;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.WebFace;

/** Where somebody with a code on paper sets a password; before signing in. */
@WebFace
final class ResetController {

    private static final int LOGIN_CHARS_MAX = 40;

    private final Resets resets;

    ResetController(Resets resets) {
        this.resets = resets;
    }

    @GetMapping("/reset")
    Reply form() {
        return Reply.show(new ResetPage("", List.of()));
    }

    @PostMapping("/reset")
    Reply use(
            @RequestParam String login,
            @RequestParam String code,
            @RequestParam("new") String wanted,
            @RequestParam String again,
            HttpServletRequest request) {
        var shown = login.substring(0, Math.min(LOGIN_CHARS_MAX, login.length()));
        if (!wanted.equals(again)) {
            return Reply.refused(new ResetPage(shown, List.of(Refusal.of("password-differs", Map.of()))));
        }
        var attempt = new SignInAttempts.Try(login, request.getRemoteAddr());
        return switch (resets.use(attempt, code, wanted)) {
            case Decision.Refused<?>(var reasons) -> Reply.refused(new ResetPage(shown, reasons));
            case Decision.Recorded<?> _ -> Reply.goTo("/sign-in?reset");
        };
    }
}
