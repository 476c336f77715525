package vn.nentang.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import vn.nentang.access.Accounts;

/** What happens once somebody is signed in, after one step or two; and where that leads, never outside this application. */
@Component
@ConditionalOnWebApplication
final class Entrance {

    private final Accounts accounts;
    private final OpenSessions sessions;
    private final RequestCache requests = requestCache();

    Entrance(Accounts accounts, OpenSessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    RequestCache requests() {
        return requests;
    }

    /** Only pages are worth coming back to after signing in. No mark is left in their address. */
    @SuppressWarnings("NullAway") // Its setter says null switches the mark off, its type does not.
    private static HttpSessionRequestCache requestCache() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /** Begins the session; gives the page that was asked for, or the desk. Wrong tries since the last time come first. */
    String enter(UUID account, HttpServletRequest request, HttpServletResponse response) {
        var wanted = Optional.ofNullable(requests.getRequest(request, response))
                .map(SavedRequest::getRedirectUrl)
                .map(Entrance::pathOf)
                .orElse("/");
        requests.removeRequest(request, response);
        request.getSession().removeAttribute(SignInOutcome.LOGIN_TYPED);
        sessions.begin(request, account);
        var before = accounts.enter(account);
        request.getSession().setAttribute(OpenSessions.BEFORE, before);
        return before.failed() > 0 ? "/accounts/me/sign-ins?tries" : LocalPath.orHome(wanted);
    }

    private static String pathOf(String url) {
        var uri = URI.create(url);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
