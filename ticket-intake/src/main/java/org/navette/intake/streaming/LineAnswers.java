package org.navette.intake.streaming;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.navette.intake.http.Language;
import org.navette.intake.http.Problem;
import org.navette.intake.http.Problems;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes problems as lines. */
public final class LineAnswers {

    private final JsonFactory json = new JsonFactory();
    private final Problems problems;
    private final Language language;

    public LineAnswers(Problems problems, Language language) {
        this.problems = problems;
        this.language = language;
    }

    public byte[] of(long number, Problem problem) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator line = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            line.writeStartObject();
            line.writeNumberProperty("line", number);
            problems.writeInto(line, problem, language);
            line.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    public Language language() {
        return language;
    }

    public static byte[] ascii(String line) {
        return (line + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
