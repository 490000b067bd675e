package org.navette.intake.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.navette.intake.fields.FieldError;
import org.navette.intake.fields.MalformedJson;

/**
 * Why a request is not answered with a yes.
 *
 * @param code stable, for programs; the problem type is {@code urn:navette:problem:} with it
 * @param arguments what the text mentions
 * @param errors the fields at fault, where it is about fields
 * @param number of the ticket that may exist or that was refused
 * @param retryAfter when a repeat makes sense
 */
public record Problem(
        int status,
        String code,
        List<Object> arguments,
        List<FieldError> errors,
        @Nullable String number,
        @Nullable Duration retryAfter) {

    public static Problem of(int status, String code, Object... arguments) {
        return new Problem(status, code, List.of(arguments), List.of(), null, null);
    }

    public static Problem malformedJson(MalformedJson where) {
        return of(400, "malformed-json", where.line(), where.column());
    }

    public static Problem invalidFields(List<FieldError> errors) {
        return new Problem(400, "invalid-fields", List.of(errors.size()), errors, null, null);
    }

    public static Problem tooLarge(int limit) {
        return of(413, "body-too-large", limit);
    }

    public static Problem overloaded(Duration retryAfter) {
        return new Problem(503, "overloaded", List.of(), List.of(), null, retryAfter);
    }

    /** The broker did not confirm: the ticket may have been written or not. */
    public static Problem unconfirmed(String number, Duration retryAfter) {
        return new Problem(503, "unconfirmed", List.of(number), List.of(), number, retryAfter);
    }

    /** The router's no. */
    public static Problem refused(String number, FieldError error) {
        return new Problem(422, "refused", List.of(number), List.of(error), number, null);
    }

    public Problem retryable(Duration after) {
        return new Problem(status, code, arguments, errors, number, after);
    }
}
