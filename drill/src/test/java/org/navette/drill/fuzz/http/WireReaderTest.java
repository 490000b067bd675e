package org.navette.drill.fuzz.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WireReaderTest {

    @Test
    void readsABodyByItsLength() throws IOException {
        var answer = read("POST", "HTTP/1.1 202 \r\nContent-Length: 2\r\n\r\n{}more");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEqualTo("{}");
    }

    @Test
    void readsABodyInChunks() throws IOException {
        var answer = read("GET", "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n");
        assertThat(answer.text()).isEqualTo("{}");
    }

    @Test
    void passesOverAnAnswerThatComesBeforeTheAnswer() throws IOException {
        assertThat(read("POST", "HTTP/1.1 100 \r\n\r\nHTTP/1.1 400 \r\nContent-Length: 0\r\n\r\n")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void awaitsNoBodyWhereThereIsNone() throws IOException {
        assertThat(read("HEAD", "HTTP/1.1 200 \r\nContent-Length: 7\r\n\r\n").body())
                .isEmpty();
    }

    @Test
    void tellsWhatIsCutOffFromWhatIsNoHttp() {
        assertThatThrownBy(() -> read("GET", "HTTP/1.1 200 \r\nContent-Length: 7\r\n\r\n{}"))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("GET", "hello\r\n")).isInstanceOf(ProtocolException.class);
    }

    private static WireAnswer read(String method, String text) throws IOException {
        return new WireReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1))).read(method);
    }
}
