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
import vn.nentang.access.Accounts;
import vn.nentang.access.AuthorityMatrix;
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
    private final AuthorityMatrix matrix;

    SignInsController(SecondFactors factors, OpenSessions sessions, OwnPassword ownPassword, AuthorityMatrix matrix) {
        this.factors = factors;
        this.sessions = sessions;
        this.ownPassword = ownPassword;
        this.matrix = matrix;
    }

    @GetMapping("/accounts/me/sign-ins")
    Reply show(Viewer viewer, HttpSession session) {
        return Reply.show(page(viewer, session, List.of()));
    }

    private SignInsPage page(Viewer viewer, HttpSession session, List<Refusal> refusals) {
        var id = viewer.account().id();
        var before = session.getAttribute(OpenSessions.BEFORE) instanceof Accounts.Before known
                ? known
                : new Accounts.Before(null, 0);
        return new SignInsPage(
                before.at(),
                before.failed(),
                factors.isOn(id),
                matrix.secondFactor().stream().anyMatch(viewer::may),
                factors.paperCodesLeft(id),
                sessions.of(id),
                sessions.current(session).orElse(null),
                refusals);
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
        var session = request.getSession();
        if (!ownPassword.isRight(viewer.account(), password, request)) {
            return Reply.refused(page(viewer, session, wrong("password-wrong")));
        }
        session.setAttribute(SECRET, OneTimeCode.secret());
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
            return Reply.refused(page(viewer, request.getSession(), wrong("password-wrong")));
        }
        factors.turnOff(viewer.account().id());
        return Reply.goTo("/accounts/me/sign-ins");
    }

    private static List<Refusal> wrong(String code) {
        return List.of(Refusal.of(code, Map.of()));
    }
}
