package vn.nentang.shell.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.OneTimeCode;
import vn.nentang.access.SecondFactors;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Refusal;
import vn.nentang.shell.web.OpenSessions;
import vn.nentang.shell.web.OwnPassword;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.WebFace;

/** How one signs in. Whatever weakens or strengthens that asks for the password again. */
@WebFace
final class SignInsController {

    private static final String SECRET = SignInsController.class.getName() + ".secret";

    private final SecondFactors factors;
    private final OpenSessions sessions;
    private final OwnPassword ownPassword;
    private final OwnSignIns shown;

    SignInsController(SecondFactors factors, OpenSessions sessions, OwnPassword ownPassword, OwnSignIns shown) {
        this.factors = factors;
        this.sessions = sessions;
        this.ownPassword = ownPassword;
        this.shown = shown;
    }

    @GetMapping("/accounts/me/sign-ins")
    Reply show(Viewer viewer, HttpServletRequest request) {
        return Reply.show(shown.page(viewer, request));
    }

    @PostMapping("/accounts/me/sign-ins/end")
    Reply end(@RequestParam UUID session, Viewer viewer) {
        sessions.end(viewer.account().id(), session);
        return Reply.goTo("/accounts/me/sign-ins");
    }

    @PostMapping("/accounts/me/sign-ins/end-others")
    Reply endOthers(Viewer viewer, HttpSession session) {
        sessions.endOthers(viewer.account().id(), sessions.current(session).orElse(null));
        return Reply.goTo("/accounts/me/sign-ins");
    }

    /** The secret waits in the session until a code shows that the telephone has it. */
    @PostMapping("/accounts/me/telephone")
    Reply begin(@RequestParam String password, Viewer viewer, HttpServletRequest request) {
        if (!ownPassword.isRight(viewer.account(), password, request)) {
            return Reply.refused(shown.page(viewer, request, wrong("password-wrong")));
        }
        request.getSession().setAttribute(SECRET, OneTimeCode.secret());
        return Reply.goTo("/accounts/me/telephone");
    }

    @GetMapping("/accounts/me/telephone")
    Reply telephone(Viewer viewer, HttpSession session) {
        return session.getAttribute(SECRET) instanceof byte[] secret
                ? Reply.show(telephonePage(viewer, secret, List.of()))
                : Reply.goTo("/accounts/me/sign-ins");
    }

    private static TelephonePage telephonePage(Viewer viewer, byte[] secret, List<Refusal> refusals) {
        var address = OneTimeCode.address(viewer.account().login(), secret);
        var letters = OneTimeCode.inLetters(secret).replaceAll("(.{4})(?!$)", "$1 ");
        return new TelephonePage(QrPicture.of(address), letters, refusals);
    }

    @PostMapping("/accounts/me/telephone/confirm")
    Reply confirm(@RequestParam String code, Viewer viewer, HttpSession session) {
        if (!(session.getAttribute(SECRET) instanceof byte[] secret)) {
            return Reply.goTo("/accounts/me/sign-ins");
        }
        var codes = factors.turnOn(viewer.account().id(), secret, code);
        if (codes.isEmpty()) {
            return Reply.refused(telephonePage(viewer, secret, wrong("one-time-code-wrong")));
        }
        Arrays.fill(secret, (byte) 0);
        session.removeAttribute(SECRET);
        sessions.endOthers(viewer.account().id(), sessions.current(session).orElse(null));
        return Reply.show(new PaperCodesPage(codes.get()));
    }

    @PostMapping("/accounts/me/telephone/remove")
    Reply remove(@RequestParam String password, Viewer viewer, HttpServletRequest request) {
        if (!ownPassword.isRight(viewer.account(), password, request)) {
            return Reply.refused(shown.page(viewer, request, wrong("password-wrong")));
        }
        factors.removeTelephone(viewer.account().id());
        sessions.endOthers(
                viewer.account().id(), sessions.current(request.getSession()).orElse(null));
        return Reply.goTo("/accounts/me/sign-ins");
    }

    private static List<Refusal> wrong(String code) {
        return List.of(Refusal.of(code, Map.of()));
    }
}
