package vn.nentang.shell.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.nentang.access.Accounts;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Passkeys;
import vn.nentang.access.SecondFactors;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Refusal;
import vn.nentang.shell.web.OpenSessions;
import vn.nentang.shell.web.PasskeySites;

/** How whoever is signed in signs in: what the page of it shows. */
@Component
@ConditionalOnWebApplication
final class OwnSignIns {

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final PasskeySites sites;
    private final OpenSessions sessions;
    private final AuthorityMatrix matrix;

    OwnSignIns(
            SecondFactors factors,
            Passkeys passkeys,
            PasskeySites sites,
            OpenSessions sessions,
            AuthorityMatrix matrix) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.sites = sites;
        this.sessions = sessions;
        this.matrix = matrix;
    }

    SignInsPage page(Viewer viewer, HttpServletRequest request) {
        return page(viewer, request, List.of());
    }

    SignInsPage page(Viewer viewer, HttpServletRequest request, List<Refusal> refusals) {
        return page(viewer, request, refusals, "");
    }

    /** @param passkeyName as typed, when a form for a passkey comes back */
    SignInsPage page(Viewer viewer, HttpServletRequest request, List<Refusal> refusals, String passkeyName) {
        var id = viewer.account().id();
        var session = request.getSession();
        var before = session.getAttribute(OpenSessions.BEFORE) instanceof Accounts.Before known
                ? known
                : new Accounts.Before(null, 0);
        return new SignInsPage(
                before.at(),
                before.failed(),
                new SignInsPage.Factors(
                        factors.isOn(id),
                        matrix.secondFactor().stream().anyMatch(viewer::may),
                        factors.hasTelephone(id),
                        factors.paperCodesLeft(id)),
                new SignInsPage.Keys(passkeys.of(id), sites.of(request).isPresent(), passkeyName),
                sessions.of(id),
                sessions.current(session).orElse(null),
                refusals);
    }
}
