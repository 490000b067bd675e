package org.navette.intake.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
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
    private final int most;

    /** Written beforehand: turning away must cost next to nothing, or it is itself what crowds. */
    private final Map<Language, ResponseEntity<byte[]>> overloaded = new EnumMap<>(Language.class);

    Crowding(RequestQueue queue, Problems problems, IntakeProperties properties) {
        this.queue = queue;
        this.most = properties.maxQueued();
        Problem problem = Problem.overloaded(properties.retryAfter());
        for (Language language : Language.values()) {
            overloaded.put(language, problems.answer(problem, language));
        }
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
        ResponseEntity<byte[]> answer = overloaded.get(Language.of(request));
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.getOutputStream().write(answer.getBody());
    }
}
