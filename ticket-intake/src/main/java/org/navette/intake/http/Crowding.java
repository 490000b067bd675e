package org.navette.intake.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.navette.intake.IntakeProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns single submissions away while too much waits for a thread. Whoever comes then would wait behind all of it, and so
 * would the answers of those who came before: without a limit, for as long as there are connections.
 */
@Component
@Order(Crowding.AFTER_MEASURING)
class Crowding extends OncePerRequestFilter {

    /** The filter that counts requests and measures them comes first of all but one. */
    static final int AFTER_MEASURING = Ordered.HIGHEST_PRECEDENCE + 2;

    private final RequestQueue queue;
    private final Problems problems;
    private final Problem overloaded;
    private final int most;

    Crowding(RequestQueue queue, Problems problems, IntakeProperties properties) {
        this.queue = queue;
        this.problems = problems;
        this.overloaded = Problem.overloaded(properties.retryAfter());
        this.most = properties.maxQueued();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !BodyFirst.isSingleSubmission(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (queue.length() <= most) {
            chain.doFilter(request, response);
            return;
        }
        ResponseEntity<byte[]> answer = problems.answer(overloaded, Language.of(request));
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.getOutputStream().write(answer.getBody());
    }
}
