package vn.nentang.shell.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.PasskeyChallenge;
import vn.nentang.access.PasskeySite;
import vn.nentang.access.Passkeys;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Refusal;
import vn.nentang.shell.web.OpenSessions;
import vn.nentang.shell.web.OwnPassword;
import vn.nentang.shell.web.PasskeySites;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.WebFace;

/** One's own passkeys. Adding one and taking one away ask for the password, and end the other sessions. */
@WebFace
final class PasskeysController {

    private static final String BEGUN = PasskeysController.class.getName() + ".begun";
    private static final String OWN = "/accounts/me/sign-ins";

    private final Passkeys passkeys;
    private final PasskeySites sites;
    private final OwnPassword ownPassword;
    private final OpenSessions sessions;
    private final OwnSignIns shown;

    PasskeysController(
            Passkeys passkeys, PasskeySites sites, OwnPassword ownPassword, OpenSessions sessions, OwnSignIns shown) {
        this.passkeys = passkeys;
        this.sites = sites;
        this.ownPassword = ownPassword;
        this.sessions = sessions;
        this.shown = shown;
    }

    /** A key that a browser was asked to make, and what it will be called. */
    private record Begun(PasskeyChallenge challenge, String name) implements Serializable {}

    /** The question waits in the session until the browser has made a key. */
    @PostMapping("/accounts/me/passkeys")
    Reply begin(@RequestParam String name, @RequestParam String password, Viewer viewer, HttpServletRequest request) {
        var site = sites.of(request);
        var refusals = new ArrayList<Refusal>(passkeys.refusals(viewer.account().id(), name));
        if (site.isEmpty()) {
            refusals.add(Refusal.of("passkey-not-here", Map.of()));
        }
        if (!ownPassword.isRight(viewer.account(), password, request)) {
            refusals.add(Refusal.of("password-wrong", Map.of()));
        }
        return refusals.isEmpty()
                ? begun(site.orElseThrow(), name.strip(), request.getSession())
                : Reply.refused(shown.page(viewer, request, refusals, cut(name)));
    }

    private Reply begun(PasskeySite site, String name, HttpSession session) {
        session.setAttribute(BEGUN, new Begun(passkeys.challenge(site), name));
        return Reply.goTo("/accounts/me/passkeys");
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), Passkeys.NAME_CHARS_MAX));
    }

    @GetMapping("/accounts/me/passkeys")
    Reply ask(Viewer viewer, HttpSession session) {
        return begun(session)
                .flatMap(begun -> passkeys.askForNew(viewer.account(), begun.challenge())
                        .map(question -> Reply.show(new PasskeyPage(begun.name(), question))))
                .orElseGet(() -> Reply.goTo(OWN));
    }

    private static Optional<Begun> begun(HttpSession session) {
        return session.getAttribute(BEGUN) instanceof Begun begun ? Optional.of(begun) : Optional.empty();
    }

    @PostMapping("/accounts/me/passkeys/confirm")
    Reply confirm(@RequestParam String credential, Viewer viewer, HttpServletRequest request) {
        var begun = begun(request.getSession());
        request.getSession().removeAttribute(BEGUN);
        if (begun.isEmpty()) {
            return Reply.goTo(OWN);
        }
        var name = begun.get().name();
        return switch (passkeys.add(viewer.account().id(), name, begun.get().challenge(), credential)) {
            case Decision.Refused<Passkeys.Added>(var reasons) ->
                Reply.refused(shown.page(viewer, request, reasons, name));
            case Decision.Recorded<Passkeys.Added>(var added) -> {
                endOthers(viewer, request);
                yield added(added.getFirst().codes());
            }
        };
    }

    private static Reply added(List<String> codes) {
        return codes.isEmpty() ? Reply.goTo(OWN) : Reply.show(new PaperCodesPage(codes));
    }

    @PostMapping("/accounts/me/passkeys/remove")
    Reply remove(@RequestParam UUID passkey, @RequestParam String password, Viewer viewer, HttpServletRequest request) {
        if (!ownPassword.isRight(viewer.account(), password, request)) {
            var wrong = List.of(Refusal.of("password-wrong", Map.of()));
            return Reply.refused(shown.page(viewer, request, wrong));
        }
        passkeys.remove(viewer.account().id(), passkey);
        endOthers(viewer, request);
        return Reply.goTo(OWN);
    }

    /** Who had the device may be signed in with it elsewhere. */
    private void endOthers(Viewer viewer, HttpServletRequest request) {
        sessions.endOthers(
                viewer.account().id(), sessions.current(request.getSession()).orElse(null));
    }
}
