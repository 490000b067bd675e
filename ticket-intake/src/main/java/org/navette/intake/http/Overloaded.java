package org.navette.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.navette.intake.IntakeProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns requests away: {@code 429}. */
@Component
class Overloaded {

    /** Written beforehand: turning away must cost next to nothing, or it is itself what crowds. */
    private final Map<Language, ResponseEntity<byte[]>> answers = new EnumMap<>(Language.class);

    Overloaded(Problems problems, IntakeProperties properties) {
        Problem problem = Problem.overloaded(properties.retryAfter());
        for (Language language : Language.values()) {
            answers.put(language, problems.answer(problem, language));
        }
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ResponseEntity<byte[]> answer = answers.get(Language.of(request));
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.getOutputStream().write(answer.getBody());
    }
}
