package org.navette.intake.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.navette.intake.IntakeProperties;
import org.navette.intake.publish.InFlight;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a single submission have a thread only when its body has arrived. Most bodies arrive together with their heads and
 * pass at once; for the others nobody waits, so that any number of slow clients takes none of the threads.
 */
@Component
class BodyFirst extends OncePerRequestFilter {

    /** As much as Tomcat reads together with a head; of a longer body the rest follows. */
    private static final int MOST_AT_ONCE = 16 * 1024;

    private final BodyCollector.Limits limits;
    private final Duration longest;

    @Autowired
    BodyFirst(IntakeProperties properties) {
        this(
                new BodyCollector.Limits(
                        (int) properties.maxBody().toBytes(),
                        new InFlight((int) properties.maxCollected().toBytes()),
                        properties.retryAfter()),
                properties.bodyTimeout());
    }

    BodyFirst(BodyCollector.Limits limits, Duration longest) {
        this.limits = limits;
        this.longest = longest;
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
        if (announced > limits.length()) {
            passOn(request, response, chain, Problem.tooLarge(limits.length()));
            return;
        }
        byte[] arrived;
        try {
            arrived = arrived(request.getInputStream(), announced);
        } catch (IOException e) {
            passOn(request, response, chain, Problem.unreadable(e));
            return;
        }
        if (arrived.length == announced) {
            passOn(request, response, chain, new BoundedBody(arrived));
            return;
        }
        AsyncContext later = request.startAsync(request, response);
        later.setTimeout(longest.toMillis());
        BodyCollector collector = new BodyCollector(request, later, arrived, limits);
        later.addListener(collector);
        request.getInputStream().setReadListener(collector);
    }

    private static void passOn(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Object outcome)
            throws ServletException, IOException {
        request.setAttribute(BoundedBody.COLLECTED, outcome);
        chain.doFilter(request, response);
    }

    /**
     * What is there already, without waiting. How much it is Tomcat doesn't tell, only that there is any, which one read then
     * brings. Of a body in chunks it may be half the head of a chunk, and the read would wait for the rest.
     */
    private static byte[] arrived(InputStream in, long announced) throws IOException {
        if (announced < 0 || in.available() == 0) {
            return new byte[0];
        }
        byte[] body = new byte[(int) Math.min(announced, MOST_AT_ONCE)];
        int length = Math.max(0, in.read(body));
        return length == body.length ? body : Arrays.copyOf(body, length);
    }
}
