package org.navette.intake.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.navette.intake.IntakeProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns single submissions away that have waited too long for a thread in a crowd. To turn away costs little, so that the
 * queue is short again soon, and what is accepted has not waited long. Either sign alone misleads: a machine that stood
 * still lets everybody wait, and a burst is many at once, but both are over in a moment.
 */
@Component
@Order(Crowding.AFTER_MEASURING)
class Crowding extends OncePerRequestFilter {

    /** The filter that counts requests and measures them comes first of all but one. */
    static final int AFTER_MEASURING = Ordered.HIGHEST_PRECEDENCE + 2;

    private final RequestThreads threads;
    private final Duration longest;

    /** Written beforehand: turning away must cost next to nothing, or it is itself what crowds. */
    private final Map<Language, ResponseEntity<byte[]>> overloaded = new EnumMap<>(Language.class);

    Crowding(RequestThreads threads, Problems problems, IntakeProperties properties) {
        this.threads = threads;
        this.longest = properties.longestQueueing();
        Problem problem = Problem.overloaded(properties.retryAfter());
        for (Language language : Language.values()) {
            overloaded.put(language, problems.answer(problem, language));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration waited = threads.endWaiting();
        if (!BodyFirst.isSingleSubmission(request)) {
            // Streams wait for their clients.
            RequestThreads.letOthersWork();
            chain.doFilter(request, response);
        } else if (threads.areCrowded() && waited.compareTo(longest) > 0) {
            turnAway(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ResponseEntity<byte[]> answer = overloaded.get(Language.of(request));
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.getOutputStream().write(answer.getBody());
    }
}
