package org.navette.drill.load;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes answers of what came over the wire. */
final class AnswerReader {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AnswerReader() {}

    static Answer of(int status, String body) {
        try {
            return of(status, JSON.readTree(body));
        } catch (JacksonException e) {
            return Answer.of(status, "(no JSON)", null);
        }
    }

    /** Of a line of the bulk interface, which bears its own status. */
    static Answer ofLine(JsonNode line) {
        return of(line.path("status").asInt(0), line);
    }

    private static Answer of(int status, JsonNode body) {
        var code = text(body, "code");
        return Answer.of(status, code == null ? "" : code, text(body, "number"));
    }

    private static @Nullable String text(JsonNode body, String field) {
        var value = body.path(field);
        return value.isString() ? value.asString() : null;
    }

    static Answer of(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        var text = cause.getClass().getSimpleName();
        var neverLeft = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        return neverLeft ? Answer.notSent(text) : Answer.noAnswer(text);
    }
}
