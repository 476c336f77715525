package vn.nentang.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import vn.nentang.access.Accounts;
import vn.nentang.access.Viewer;

/** What a request tells: language, day, and who sent it, looked up anew each time so that a closed account is closed. */
@Component
@ConditionalOnWebApplication
final class Visit {

    private static final String VIEWER = Visit.class.getName() + ".viewer";

    private final Accounts accounts;
    private final Assets assets;
    private final Clock clock;

    Visit(Accounts accounts, Assets assets, Clock clock) {
        this.accounts = accounts;
        this.assets = assets;
        this.clock = clock;
    }

    Frame frame(HttpServletRequest request) {
        return new Frame(
                Texts.in(language(request)),
                viewer(request).orElse(null),
                asOf(request),
                here(request),
                token(request),
                assets,
                clock.getZone());
    }

    Language language(HttpServletRequest request) {
        return cookies(request)
                .filter(c -> c.getName().equals(Language.COOKIE))
                .map(c -> Language.of(c.getValue()))
                .findFirst()
                .orElse(Language.VI);
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream);
    }

    AsOf asOf(HttpServletRequest request) {
        // What broke may be the parameters themselves: on the page that says so they are not asked for again.
        var isErrorPage = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        return AsOf.read(isErrorPage ? null : request.getParameter(AsOf.PARAMETER), today());
    }

    KnownAt knownAt(HttpServletRequest request) {
        return KnownAt.read(request.getParameter(KnownAt.PARAMETER), clock.getZone());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** Empty when nobody is signed in, or the account or its password changed since. */
    Optional<Viewer> viewer(HttpServletRequest request) {
        if (request.getAttribute(VIEWER) instanceof Viewer known) {
            return Optional.of(known);
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null) {
            // What broke may be what would be asked here; the page that says so must not break as well.
            return Optional.empty();
        }
        var viewer = signedIn()
                .flatMap(in -> accounts.findOpen(in.account())
                        .filter(a -> a.passwordSetAt().equals(in.passwordSetAt())))
                .map(account -> accounts.viewer(account, today()));
        viewer.ifPresent(v -> request.setAttribute(VIEWER, v));
        return viewer;
    }

    private static Optional<SignedIn> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(a -> a.getPrincipal() instanceof SignedIn in ? in : null);
    }

    private static String here(HttpServletRequest request) {
        var query = request.getQueryString();
        var path = originalPath(request);
        return query == null ? path : path + "?" + query;
    }

    /** On an error page the container has already moved on; the reader has not. */
    private static String originalPath(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String original
                ? original
                : request.getRequestURI();
    }

    private static Frame.Token token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof @Nullable CsrfToken token
                ? new Frame.Token(token.getParameterName(), token.getToken())
                : new Frame.Token("_csrf", "");
    }
}
