package org.navette.drill.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerHeadTest {

    @Test
    void namesAreReadInAnyCase() {
        var text = "HTTP/1.1 429 \r\nRetry-After: 5\r\ncontent-length: 12\r\nConnection: close\r\n\r\n";

        assertThat(head(text + "{}")).isEqualTo(new AnswerHead(429, text.length(), 12, true, true));
    }

    @Test
    void aBodyInChunksHasNoLength() {
        assertThat(head("HTTP/1.1 202 \r\nTransfer-Encoding: chunked\r\n\r\n"))
                .extracting(AnswerHead::status, AnswerHead::length, AnswerHead::retryAfter, AnswerHead::closes)
                .containsExactly(202, AnswerHead.IN_CHUNKS, false, false);
    }

    @Test
    void aHeadThatIsNotWholeIsNone() {
        var text = "HTTP/1.1 202 \r\nContent-Length: 12\r\n\r\n";

        for (var end = 0; end < text.length(); end++) {
            assertThat(head(text.substring(0, end))).as("%d bytes", end).isNull();
        }
    }

    private static @Nullable AnswerHead head(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        return AnswerHead.of(bytes, bytes.length);
    }
}
