package org.navette.intake.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.navette.intake.IntakeProperties;
import org.navette.intake.http.Problem;
import org.navette.intake.http.ProblemException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StreamsTest {

    private final Streams streams = new Streams(new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("navette.intake", IntakeProperties.class));
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void stop() {
        streams.destroy();
    }

    @Test
    void eachLineIsAnsweredAndThenTheEnd() throws Exception {
        assertThat(answers("a\nb\n")).isEqualTo("1 a\n2 b\nend\n");
    }

    @Test
    void aDefectEndsTheAnswerWithALineThatSaysSo() throws Exception {
        assertThat(answers("a\ndefect\nb\n")).isEqualTo("1 a\n2 500 internal\nend\n");
    }

    @Test
    void aServiceThatStopsTakesNoMore() throws Exception {
        assertThat(answers("a\nstop\nb\nc\n")).isEqualTo("1 a\n2 stop\n3 503 stopping\nend\n");
        assertThatThrownBy(() -> answers("a\n")).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo("stopping"));
    }

    private String answers(String body) throws Exception {
        request.setContent(body.getBytes(UTF_8));
        streams.stream(request, response, lines -> new Echo());
        return response.getContentAsString();
    }

    private final class Echo implements LineHandler {

        @Override
        public Line take(long number, byte[] text, int length) {
            String line = new String(text, 0, length, UTF_8);
            if (line.equals("defect")) {
                throw new IllegalStateException("planted");
            }
            if (line.equals("stop")) {
                streams.stop();
            }
            return new Said(number + " " + line + "\n");
        }

        @Override
        public Line refused(long number, Problem problem) {
            return new Said(number + " " + problem.status() + " " + problem.code() + "\n");
        }

        @Override
        public byte[] end() {
            return "end\n".getBytes(UTF_8);
        }
    }

    private record Said(String text) implements Line {

        @Override
        public CompletableFuture<Void> published() {
            return NOTHING_TO_PUBLISH;
        }

        @Override
        public byte @Nullable [] answer(boolean published) {
            return text.getBytes(UTF_8);
        }
    }
}
