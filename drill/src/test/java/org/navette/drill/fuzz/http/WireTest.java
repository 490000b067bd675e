package org.navette.drill.fuzz.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.navette.drill.fuzz.http.WireAnswer.Failure;

@Timeout(60)
class WireTest {

    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void bringsAnAnswer() {
        serve(client -> client.getOutputStream().write(bytes("HTTP/1.1 204 \r\n\r\n")));
        try (var wire = wire(Duration.ofSeconds(30))) {
            assertThat(wire.exchange(REQUEST, "GET", true).status()).isEqualTo(204);
        }
    }

    @Test
    void givesUpOnAnAnswerThatTrickles() {
        serve(client -> {
            client.getOutputStream().write(bytes("HTTP/1.1 200 \r\n\r\n"));
            while (true) {
                client.getOutputStream().write('x');
            }
        });
        try (var wire = wire(LIMIT)) {
            assertThat(wire.exchange(REQUEST, "GET", true).failure()).isEqualTo(Failure.TIMEOUT);
        }
    }

    @Test
    void givesUpOnAServerThatStopsReading() {
        try (var wire = wire(LIMIT)) {
            assertThat(wire.exchange(new byte[64 * 1024 * 1024], "POST", true).failure())
                    .isEqualTo(Failure.TIMEOUT);
        }
    }

    @Test
    void tellsAConnectionThatIsClosedFromOneThatIsSilent() {
        serve(Socket::close);
        try (var wire = wire(Duration.ofSeconds(30))) {
            assertThat(wire.exchange(REQUEST, "GET", true).failure()).isEqualTo(Failure.CLOSED);
        }
    }

    private interface Manners {
        void serve(Socket client) throws IOException;
    }

    private void serve(Manners manners) {
        var thread = new Thread(() -> {
            try (var client = server.accept()) {
                client.getInputStream().readNBytes(REQUEST.length);
                manners.serve(client);
            } catch (IOException e) {
                // The client is gone.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private Wire wire(Duration limit) {
        return new Wire(URI.create("http://127.0.0.1:" + server.getLocalPort()), limit);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
