package org.navette.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerLinesTest {

    private final AnswerLines lines = new AnswerLines();

    @Test
    void countsLinesAndThoseThatWereAccepted() {
        feed(
                "{\"line\":1,\"status\":202,\"number\":\"X\"}\n{\"line\":2,\"status\":400}\n{\"line\":202,\"status\":503}\n");
        feed("{\"line\":4,\"sta");
        feed("tus\":202}\n");

        assertThat(lines.lines()).isEqualTo(4);
        assertThat(lines.accepted()).isEqualTo(2);
        assertThat(lines.firstOther()).isEqualTo("{\"line\":2,\"status\":400}");
    }

    private void feed(String text) {
        lines.body(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
