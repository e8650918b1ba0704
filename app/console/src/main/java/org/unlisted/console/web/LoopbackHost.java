package org.unlisted.console.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers requests that came in over the loopback interface only if they were meant for it. A page on the web could
 * else point its own name at 127.0.0.1 and read the cases through the reviewer's browser (DNS rebinding).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LoopbackHost extends OncePerRequestFilter {
    private static final int MISDIRECTED = 421; // RFC 9110 section 15.5.20
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]", "0:0:0:0:0:0:0:1", "::1");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean local = InetAddress.getByName(request.getLocalAddr()).isLoopbackAddress();
        if (local && !NAMES.contains(request.getServerName()))
            response.setStatus(MISDIRECTED);
        else chain.doFilter(request, response);
    }
}
