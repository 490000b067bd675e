package org.navette.intake.http;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.navette.intake.fields.FieldError;
import org.navette.intake.fields.MalformedJson;

/**
 * Why a request is not answered with a yes.
 *
 * @param code stable, for programs; the problem type is {@code urn:navette:problem:} with it
 * @param text which text explains it to people: the code, or the code with a detail behind a dot
 * @param arguments what the text mentions
 * @param errors the fields at fault, where it is about fields
 * @param number of the ticket that may exist or that was refused
 * @param retryAfter when a repeat makes sense
 */
public record Problem(
        int status,
        String code,
        String text,
        List<Object> arguments,
        List<FieldError> errors,
        @Nullable String number,
        @Nullable Duration retryAfter) {

    public static Problem of(int status, String code, Object... arguments) {
        return new Problem(status, code, code, List.of(arguments), List.of(), null, null);
    }

    /** What the framework or the container refuses. */
    static Problem ofStatus(int status) {
        return of(
                status,
                switch (status) {
                    case 404 -> "not-found";
                    case 405 -> "method-not-allowed";
                    case 406 -> "not-acceptable";
                    case 415 -> "unsupported-media-type";
                    default -> status < 500 ? "bad-request" : "internal";
                });
    }

    public static Problem malformedJson(MalformedJson where) {
        return of(400, "malformed-json", where.line(), where.column());
    }

    public static Problem invalidFields(List<FieldError> errors) {
        return new Problem(400, "invalid-fields", "invalid-fields", List.of(errors.size()), errors, null, null);
    }

    public static Problem tooLarge(int limit) {
        return of(413, "body-too-large", limit);
    }

    /** The request could not be read to its end. */
    public static Problem unreadable(Throwable why) {
        // Tomcat wraps a time-out like a client that went away.
        boolean tooSlow = why instanceof SocketTimeoutException || why.getCause() instanceof SocketTimeoutException;
        return tooSlow ? of(408, "body-too-slow") : of(400, "body-incomplete");
    }

    /** Not 503, after which Tomcat closes the connection: a crowd that is turned away would have to connect anew each time. */
    public static Problem overloaded(Duration retryAfter) {
        return of(429, "overloaded").retryable(retryAfter);
    }

    /**
     * The broker did not confirm: the ticket may have been written or not.
     *
     * @param keyed whether a repeat under the same key is safe; without a key it would make a second ticket
     */
    public static Problem unconfirmed(String number, boolean keyed, Duration retryAfter) {
        String text = keyed ? "unconfirmed.keyed" : "unconfirmed";
        return new Problem(503, "unconfirmed", text, List.of(number), List.of(), number, retryAfter);
    }

    /** The router's no. */
    public static Problem refused(String number, FieldError error) {
        return new Problem(422, "refused", "refused", List.of(number), List.of(error), number, null);
    }

    public Problem retryable(Duration after) {
        return new Problem(status, code, text, arguments, errors, number, after);
    }
}
