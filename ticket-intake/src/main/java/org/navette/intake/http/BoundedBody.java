package org.navette.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** The body of a single submission, read whole by {@link BodyFirst}, within its limit. */
public record BoundedBody(byte[] bytes) {

    /** Request attribute: the body, or the problem with it. */
    static final String COLLECTED = BoundedBody.class.getName();

    /**
     * Takes it from the request, which lives on until it is answered.
     *
     * @throws ProblemException where it is too long, ended early, came too slowly, or too much was being collected
     */
    public static BoundedBody take(HttpServletRequest request) {
        Object collected = request.getAttribute(COLLECTED);
        if (collected instanceof Problem problem) {
            throw new ProblemException(problem);
        }
        request.removeAttribute(COLLECTED);
        return (BoundedBody) Objects.requireNonNull(collected, "no body was collected");
    }
}
