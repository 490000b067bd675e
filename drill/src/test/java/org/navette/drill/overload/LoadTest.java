package org.navette.drill.overload;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private HttpServer server;
    private URI target;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/tickets", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var shed = requests.incrementAndGet() % 4 == 0;
            if (shed) {
                exchange.getResponseHeaders().add("Retry-After", "2");
            }
            exchange.sendResponseHeaders(shed ? 503 : 202, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        target = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private List<byte[]> bodies() {
        return List.of(Load.request(target, "{}".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void sendsWhatIsDueAndCountsWhatWasAcceptedAndWhatWasShed() throws IOException {
        var outcome = Load.atRate(target, bodies(), 10, 1, 200);
        assertThat(requests.get()).isBetween(200, (Load.LEAD_IN_SECONDS + 1) * 200);
        assertThat(outcome.accepted() + outcome.shed()).isEqualTo(requests.get());
        assertThat(outcome.shed()).isEqualTo(requests.get() / 4);
        assertThat(outcome.shedWithoutRetryAfter()).isZero();
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.brokenConnections()).isZero();
    }

    @Test
    void timesCountFromWhenTheConnectionsWereUsed() throws IOException {
        var outcome = Load.atRate(target, bodies(), 10, 1, 200);
        assertThat(outcome.acceptedRate()).isBetween(50.0, 300.0);
    }

    @Test
    void goesAsFastAsItGoes() throws IOException {
        var outcome = Load.asFastAsItGoes(target, bodies(), 4, 0.5);
        assertThat(outcome.accepted()).isPositive();
        assertThat(outcome.p99()).isPositive();
    }
}
