package vn.nentang.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.nentang.store.PageConnection;

/** What a page that changes nothing reads, it reads over one connection. */
final class PageConnectionFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var _ = PageConnection.begin()) {
            chain.doFilter(request, response);
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }
}
