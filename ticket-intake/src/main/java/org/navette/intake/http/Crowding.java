package org.navette.intake.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.navette.intake.IntakeProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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

    private final Overloaded overloaded;

    Crowding(RequestThreads threads, Overloaded overloaded, IntakeProperties properties) {
        this.threads = threads;
        this.longest = properties.longestQueueing();
        this.overloaded = overloaded;
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
            overloaded.answer(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
