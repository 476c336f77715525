package vn.nentang.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Where people land after trying to sign in; never outside this application. */
final class SignInOutcome {

    static final String LOGIN_TYPED = "sign-in.login";

    private SignInOutcome() {}

    /** To the page that was asked for, or to the desk. */
    record Success(Entrance entrance) implements AuthenticationSuccessHandler {

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                throws IOException {
            var who = Objects.requireNonNull((SignedIn) authentication.getPrincipal());
            response.sendRedirect(entrance.enter(who.account(), request, response));
        }
    }

    /** Back to the form, which keeps the login; or on to the second step. */
    record Failure() implements AuthenticationFailureHandler {

        @Override
        public void onAuthenticationFailure(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
                throws IOException {
            if (problem instanceof SignInProvider.SecondFactorNeeded needed) {
                // Whoever had this session before must not be in it when it becomes somebody's.
                request.changeSessionId();
                SecondStepController.remember(request, needed.who(), needed.at());
                response.sendRedirect("/sign-in/second");
                return;
            }
            request.getSession().setAttribute(LOGIN_TYPED, request.getParameter("login"));
            response.sendRedirect("/sign-in" + said(problem));
        }

        private static String said(AuthenticationException problem) {
            return switch (problem) {
                case SignInProvider.MustWait must -> "?wait=" + (must.duration().toSeconds() + 1);
                case SignInProvider.Closed _ -> "?locked";
                default -> "?wrong";
            };
        }
    }
}
