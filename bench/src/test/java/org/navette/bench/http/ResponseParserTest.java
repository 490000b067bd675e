package org.navette.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {

    private static final String CHUNKED =
            "HTTP/1.1 202 \r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: x\r\n\r\n";

    private final StringBuilder body = new StringBuilder();
    private final ResponseParser parser =
            new ResponseParser(piece -> body.append(StandardCharsets.UTF_8.decode(piece)));

    @Test
    void readsABodyOfAnAnnouncedLength() {
        assertThat(parser.feed(bytes("HTTP/1.1 201 Created\r\ncontent-length: 3\r\n\r\nabc")))
                .isTrue();

        assertThat(parser.status()).isEqualTo(201);
        assertThat(parser.closes()).isFalse();
        assertThat(body).hasToString("abc");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void readsAChunkedBodyInPiecesOfAnySize(int size) {
        var all = CHUNKED.getBytes(StandardCharsets.UTF_8);
        var whole = false;
        for (var i = 0; i < all.length; i += size) {
            assertThat(whole).isFalse();
            whole = parser.feed(ByteBuffer.wrap(all, i, Math.min(size, all.length - i)));
        }

        assertThat(whole).isTrue();
        assertThat(parser.status()).isEqualTo(202);
        assertThat(body).hasToString("hello world");
    }

    @Test
    void leavesTheBytesOfTheNextResponse() {
        var both = bytes("HTTP/1.1 204 \r\n\r\nHTTP/1.1 503 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        assertThat(parser.feed(both)).isTrue();
        assertThat(parser.status()).isEqualTo(204);
        assertThat(parser.feed(both)).isTrue();
        assertThat(parser.status()).isEqualTo(503);
        assertThat(parser.closes()).isTrue();
        assertThat(both.hasRemaining()).isFalse();
    }

    @Test
    void skipsAnInterimResponse() {
        assertThat(parser.feed(bytes("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 \r\nContent-Length: 1\r\n\r\nx")))
                .isTrue();

        assertThat(parser.status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNotHttp() {
        assertThatThrownBy(() -> parser.feed(bytes("SSH-2.0-OpenSSH\r\n"))).isInstanceOf(IllegalStateException.class);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
