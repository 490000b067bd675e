package org.navette.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.navette.intake.fields.FieldError;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes problems as RFC 9457 wants them. */
public final class Problems {

    private static final String ON_TIMEOUT = Problems.class.getName() + ".onTimeout";

    private final JsonFactory json = new JsonFactory();
    private final Messages messages;

    public Problems(Messages messages) {
        this.messages = messages;
    }

    public ResponseEntity<byte[]> answer(Problem problem, Language language) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code());
        if (problem.retryAfter() != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, String.valueOf(problem.retryAfter().toSeconds()));
        }
        return answer.body(body(problem, language));
    }

    /**
     * Says what is true of a request that the container gives up. It measures by the machine's clock: where that is set
     * ahead, requests end that were begun a moment ago.
     */
    public static void answerOnTimeout(HttpServletRequest request, Problem problem) {
        request.setAttribute(ON_TIMEOUT, problem);
    }

    static @Nullable Problem onTimeout(HttpServletRequest request) {
        return (Problem) request.getAttribute(ON_TIMEOUT);
    }

    byte[] body(Problem problem, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator body = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            body.writeStartObject();
            body.writeStringProperty("type", "urn:navette:problem:" + problem.code());
            body.writeStringProperty("title", messages.title(problem.code(), language));
            writeInto(body, problem, language);
            body.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Writes status, code, text, number and errors into an object that was begun. */
    public void writeInto(JsonGenerator body, Problem problem, Language language) {
        body.writeNumberProperty("status", problem.status());
        body.writeStringProperty("code", problem.code());
        body.writeStringProperty("detail", messages.detail(problem, language));
        if (problem.number() != null) {
            body.writeStringProperty("number", problem.number());
        }
        if (!problem.errors().isEmpty()) {
            body.writeArrayPropertyStart("errors");
            for (FieldError error : problem.errors()) {
                body.writeStartObject();
                body.writeStringProperty("field", withoutHalves(error.field()));
                body.writeStringProperty("code", error.code());
                body.writeStringProperty("message", messages.of(error, language));
                body.writeEndObject();
            }
            body.writeEndArray();
        }
    }

    /** A field's name comes from the client; half a surrogate pair in it could not be written. */
    private static String withoutHalves(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
