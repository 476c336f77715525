package vn.nentang.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.nentang.store.Reach;

/** From here on a request reads nothing of anybody until the gate has let it through. */
final class ReachFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Reach.NOBODY.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            Reach.end();
        }
    }

    /** An error page is made by a request of its own kind, after the first one's filters are done. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
