package org.navette.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    private static final String OK = "HTTP/1.1 202 \r\nContent-Length: 2\r\n\r\n{}";
    private static final Duration NONE = Duration.ZERO;

    @Test
    void keepsAConstantRate() throws IOException {
        try (var server = new TinyServer(request -> OK)) {
            var result = run(server, 4, Pace.constant(200, Duration.ofMillis(500)), NONE);

            assertThat(server.requests()).isEqualTo(100);
            assertThat(result.latencies().getTotalCount()).isEqualTo(100);
            // A busy machine makes it slower, and nothing faster.
            assertThat(result.rate()).isBetween(50.0, 220.0);
            assertThat(result.errors()).isZero();
        }
    }

    @Test
    void countsTheWaitForAFreeConnectionAsLatency() throws IOException {
        // The first answer takes 300 ms; on the only connection what is due meanwhile has to wait.
        try (var server = new TinyServer(request -> {
            pause(request == 1 ? 300 : 0);
            return OK;
        })) {
            var result = run(server, 1, Pace.constant(100, Duration.ofMillis(400)), NONE);

            assertThat(result.latencies().getTotalCount()).isEqualTo(40);
            assertThat(result.millisAt(60)).isGreaterThan(100);
            assertThat(result.millisAt(100)).isGreaterThanOrEqualTo(290);
        }
    }

    @Test
    void leavesTheWarmUpOut() throws IOException {
        try (var server = new TinyServer(request -> OK)) {
            var result = run(server, 2, Pace.constant(100, Duration.ofMillis(400)), Duration.ofMillis(300));

            assertThat(server.requests()).isEqualTo(40);
            assertThat(result.latencies().getTotalCount()).isEqualTo(10);
        }
    }

    @Test
    void aClosedLoopSendsAsSoonAsAnAnswerIsThere() throws IOException {
        try (var server = new TinyServer(request -> OK)) {
            var result = run(server, 2, Pace.closed(Duration.ofMillis(300)), NONE);

            assertThat(server.connections()).isEqualTo(2);
            assertThat(result.latencies().getTotalCount()).isGreaterThan(10);
        }
    }

    @Test
    void connectsAgainWhereTheServerCloses() throws IOException {
        var closing = "HTTP/1.1 202 \r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
        try (var server = new TinyServer(request -> request % 10 == 0 ? closing : OK)) {
            var result = run(server, 1, Pace.constant(200, Duration.ofMillis(250)), NONE);

            assertThat(result.latencies().getTotalCount()).isEqualTo(50);
            assertThat(result.errors()).isZero();
            assertThat(server.connections()).isBetween(5, 6);
        }
    }

    @Test
    void aConnectionThatEndsWithoutAnAnswerIsAFailureAndTheRunGoesOn() throws IOException {
        try (var server = new TinyServer(request -> request == 3 ? "" : OK)) {
            var result = run(server, 1, Pace.constant(100, Duration.ofMillis(300)), NONE);

            assertThat(result.failed()).isEqualTo(1);
            assertThat(result.latencies().getTotalCount()).isEqualTo(29);
        }
    }

    @Test
    void countsAnswersByStatus() throws IOException {
        var no = "HTTP/1.1 503 \r\nContent-Length: 0\r\n\r\n";
        try (var server = new TinyServer(request -> request % 2 == 0 ? no : OK)) {
            var result = run(server, 1, Pace.constant(100, Duration.ofMillis(200)), NONE);

            assertThat(result.statuses()).containsEntry(202, 10L).containsEntry(503, 10L);
            assertThat(result.latencies().getTotalCount()).isEqualTo(10);
            assertThat(result.errors()).isEqualTo(10);
        }
    }

    @Test
    void showsAnswersToWhoeverAsks() throws IOException {
        var bodies = new StringBuilder();
        try (var server = new TinyServer(request -> OK);
                var generator = LoadGenerator.to(server.url(), 1, 100, (due, status, body) -> bodies.append(status)
                        .append(StandardCharsets.UTF_8.decode(body)))) {
            generator.run(requests(server), Pace.constant(20, Duration.ofMillis(100)), NONE);
        }

        assertThat(bodies).hasToString("202{}202{}");
    }

    private static LoadResult run(TinyServer server, int connections, Pace pace, Duration warmUp) {
        try (var generator = LoadGenerator.to(server.url(), connections)) {
            return generator.run(requests(server), pace, warmUp);
        }
    }

    private static Requests requests(TinyServer server) {
        return Requests.posts(server.url().resolve("/x"), List.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
    }

    private static void pause(long millis) {
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
