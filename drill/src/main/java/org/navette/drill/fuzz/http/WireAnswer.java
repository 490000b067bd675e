package org.navette.drill.fuzz.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param status of HTTP; 0 where nothing came that is HTTP
 * @param headers by their names in lower case
 * @param failure why there is none; null where there is one
 */
public record WireAnswer(int status, Map<String, String> headers, byte[] body, @Nullable Failure failure) {

    enum Failure {
        /** The other side closed the connection, or broke it. */
        CLOSED,
        /** Nothing came within the time limit, or not all of it. */
        TIMEOUT,
        /** Something came that is no HTTP. */
        GARBAGE
    }

    static WireAnswer none(Failure failure) {
        return new WireAnswer(0, Map.of(), new byte[0], failure);
    }

    /** Empty where there is none. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Whether the service can't take the request now, and says when it can. */
    public boolean isPutOff() {
        return (status == 429 || status == 503) && header("retry-after").matches("[1-9]\\d*");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** For a table. */
    public String label() {
        return failure == null ? String.valueOf(status) : failure.name().toLowerCase(Locale.ROOT);
    }
}
