package vn.nentang.shell.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Accounts;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Refusal;
import vn.nentang.shell.web.OwnPassword;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.WebFace;

/** Changes one's own password; all sessions of the account end, this one too. */
@WebFace
final class PasswordController {

    private final Accounts accounts;
    private final OwnPassword ownPassword;

    PasswordController(Accounts accounts, OwnPassword ownPassword) {
        this.accounts = accounts;
        this.ownPassword = ownPassword;
    }

    @GetMapping("/accounts/me")
    Reply form(Viewer viewer) {
        return Reply.show(new PasswordPage(List.of()));
    }

    @PostMapping("/accounts/me")
    Reply change(
            @RequestParam String current,
            @RequestParam("new") String wanted,
            @RequestParam String again,
            Viewer viewer,
            HttpServletRequest request) {
        var refusals = new ArrayList<Refusal>();
        if (!ownPassword.isRight(viewer.account(), current, request)) {
            refusals.add(Refusal.of("password-wrong", Map.of()));
        }
        if (!wanted.equals(again)) {
            refusals.add(Refusal.of("password-differs", Map.of()));
        }
        if (!refusals.isEmpty()) {
            return Reply.refused(new PasswordPage(refusals));
        }
        return switch (accounts.changePassword(viewer.account().id(), wanted)) {
            case Decision.Refused<?>(var reasons) -> Reply.refused(new PasswordPage(reasons));
            case Decision.Recorded<?> _ -> {
                request.getSession().invalidate();
                SecurityContextHolder.clearContext();
                yield Reply.goTo("/sign-in?changed");
            }
        };
    }
}
