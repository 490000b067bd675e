package org.navette.intake.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets one thread in ten at most write what doesn't fit into the system's buffers for a connection: a page for developers,
 * the metrics. Such a thread waits for as long as its client reads slowly; clients that do so would take all of them.
 */
@Component
@Order(Crowding.AFTER_MEASURING + 1)
class LongAnswers extends OncePerRequestFilter {

    private static final int THREADS_FOR_ONE_THAT_WRITES = 10;

    /** Short, or what streams are counted for themselves. */
    private static final List<String> OTHERS = List.of("/api/", "/actuator/health");

    private final Semaphore mayWrite;
    private final Overloaded overloaded;

    LongAnswers(@Value("${server.tomcat.threads.max}") int threads, Overloaded overloaded) {
        this.mayWrite = new Semaphore(Math.max(1, threads / THREADS_FOR_ONE_THAT_WRITES));
        this.overloaded = overloaded;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OTHERS.stream().anyMatch(request.getServletPath()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!mayWrite.tryAcquire()) {
            overloaded.answer(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
            // What is answered once its body is here is a short refusal, and nothing may be answered before.
            if (!request.isAsyncStarted()) {
                // Else the last of it would be written behind this filter.
                response.flushBuffer();
            }
        } finally {
            mayWrite.release();
        }
    }
}
