package org.navette.intake.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.navette.intake.IntakeProperties;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a single submission have a thread only when its body has arrived. Most bodies arrive together with their heads and
 * pass at once; for the others nobody waits, so that any number of slow clients takes none of the threads.
 */
@Component
class BodyFirst extends OncePerRequestFilter {

    private final int limit;
    private final Duration longest;

    BodyFirst(IntakeProperties properties) {
        this.limit = (int) properties.maxBody().toBytes();
        this.longest = properties.bodyTimeout();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isSingleSubmission(request);
    }

    /** By what they alone accept, and not by their addresses, which can be written in many ways. */
    static boolean isSingleSubmission(HttpServletRequest request) {
        return request.getMethod().equals("POST") && isJson(request.getContentType());
    }

    private static boolean isJson(@Nullable String contentType) {
        String json = MediaType.APPLICATION_JSON_VALUE;
        return contentType != null && contentType.stripLeading().regionMatches(true, 0, json, 0, json.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long announced = request.getContentLengthLong();
        if (announced > limit || announced >= 0 && request.getInputStream().available() >= announced) {
            chain.doFilter(request, response);
            return;
        }
        AsyncContext later = request.startAsync(request, response);
        later.setTimeout(longest.toMillis());
        BodyCollector collector = new BodyCollector(request, later, limit);
        later.addListener(collector);
        request.getInputStream().setReadListener(collector);
    }
}
