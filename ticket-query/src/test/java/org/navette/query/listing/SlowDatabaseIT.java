package org.navette.query.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.navette.query.DatabaseGate;
import org.navette.query.FactMother;
import org.navette.query.RunningQuery;

/** A database that takes connections, and does not answer. */
class SlowDatabaseIT {

    private static final Duration LONGEST = Duration.ofSeconds(8);

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

    private static void assertUnavailable(RunningQuery query, String path) {
        long begun = System.nanoTime();

        RunningQuery.Answer answer = query.get(path);

        assertThat(answer.status()).as(path).isEqualTo(503);
        assertThat(answer.retryAfter()).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
    }
}
