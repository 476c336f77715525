package vn.nentang.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where people land after trying to sign in; never outside this application. */
final class SignInOutcome {

    static final String LOGIN_TYPED = "sign-in.login";

    private SignInOutcome() {}

    /** To the page that was asked for, or to the desk. */
    record Success(RequestCache requests) implements AuthenticationSuccessHandler {

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                throws IOException {
            var wanted = Optional.ofNullable(requests.getRequest(request, response))
                    .map(SavedRequest::getRedirectUrl)
                    .map(Success::pathOf)
                    .orElse("/");
            requests.removeRequest(request, response);
            request.getSession().removeAttribute(LOGIN_TYPED);
            response.sendRedirect(LocalPath.orHome(wanted));
        }

        private static String pathOf(String url) {
            var uri = URI.create(url);
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        }
    }

    /** Back to the form, which keeps the login. */
    record Failure() implements AuthenticationFailureHandler {

        @Override
        public void onAuthenticationFailure(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
                throws IOException {
            request.getSession().setAttribute(LOGIN_TYPED, request.getParameter("login"));
            var wait = problem instanceof SignInProvider.MustWait must
                    ? "?wait=" + (must.duration().toSeconds() + 1)
                    : "?wrong";
            response.sendRedirect("/sign-in" + wait);
        }
    }
}
