package org.navette.query.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.navette.query.DatabaseGate;
import org.navette.query.FactMother;
import org.navette.query.RunningQuery;

/** A database that takes connections, and does not answer. */
class SlowDatabaseIT {

    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final int MANY = 20;

    @Test
    void aRequestThatTakesTheDatabaseTooLongIsAnsweredAllTheSame() {
        try (DatabaseGate gate = new DatabaseGate();
                RunningQuery query = RunningQuery.start(Map.of(
                        "MONGODB_URI",
                        gate.uri(),
                        "navette.query.query-time-limit",
                        "500ms",
                        "navette.query.database-timeout",
                        "1s"))) {
            query.catchUp();
            gate.stall();

            assertUnavailable(query, "/api/tickets");
            assertUnavailable(query, "/api/tickets/count");
            assertUnavailable(query, "/api/tickets/" + FactMother.aNumber());
            assertUnavailable(query, "/api/statistics");

            gate.shut();
            gate.reopen();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> query.get("/api/statistics").status() == 200);
        }
    }

    @Test
    void requestsDoNotWaitForEachOtherWhileTheDatabaseIsAway() {
        try (DatabaseGate gate = new DatabaseGate();
                RunningQuery query = RunningQuery.start(Map.of("MONGODB_URI", gate.uri()))) {
            query.catchUp();
            gate.shut();
            ExecutorService clients = Executors.newFixedThreadPool(MANY);
            try {
                List<CompletableFuture<Void>> all = Stream.generate(() ->
                                CompletableFuture.runAsync(() -> assertUnavailable(query, "/api/tickets"), clients))
                        .limit(MANY)
                        .toList();
                assertThat(query.get("/actuator/health/liveness").status()).isEqualTo(200);
                all.forEach(CompletableFuture::join);
            } finally {
                clients.shutdownNow();
                gate.reopen();
            }
        }
    }

    private static void assertUnavailable(RunningQuery query, String path) {
        long begun = System.nanoTime();

        RunningQuery.Answer answer = query.get(path);

        assertThat(answer.status()).as(path).isEqualTo(503);
        assertThat(answer.retryAfter()).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
    }
}
