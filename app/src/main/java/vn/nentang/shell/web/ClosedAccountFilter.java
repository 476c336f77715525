package vn.nentang.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that is over, or whose account is locked or got another password since; static files need no look-up. */
final class ClosedAccountFilter extends OncePerRequestFilter {

    private final Visit visit;
    private final OpenSessions sessions;

    ClosedAccountFilter(Visit visit, OpenSessions sessions) {
        this.visit = visit;
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(Assets.FOLDER);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var claims = authentication != null && authentication.getPrincipal() instanceof SignedIn;
        if (claims
                && (!sessions.goesOn(request.getSession(false))
                        || visit.viewer(request).isEmpty())) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            response.sendRedirect("/sign-in?ended");
            return;
        }
        chain.doFilter(request, response);
    }
}
