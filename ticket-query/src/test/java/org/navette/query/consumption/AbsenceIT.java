package org.navette.query.consumption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.navette.parts.Parts;
import org.navette.query.DatabaseGate;
import org.navette.query.FactMother;
import org.navette.query.Gate;
import org.navette.query.Log;
import org.navette.query.RunningQuery;

/** A part that is away costs time, and nothing else. */
class AbsenceIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static Log log;

    @BeforeAll
    static void connect() {
        log = new Log(Parts.bootstrapServers(), Parts.registryUrl());
    }

    @AfterAll
    static void disconnect() {
        log.close();
    }

    @Test
    void aDatabaseThatIsAwayShowsAndIsCaughtUpWhenItIsBack() {
        try (DatabaseGate gate = new DatabaseGate();
                RunningQuery query = RunningQuery.start(Map.of("MONGODB_URI", gate.uri()))) {
            query.catchUp();
            awaitReadiness(query, 200);

            gate.shut();
            String number = FactMother.aNumber();
            log.tell(FactMother.life(number));
            awaitReadiness(query, 503);
            assertThat(query.get("/api/tickets").status()).isEqualTo(503);
            assertThat(query.get("/actuator/health/liveness").status()).isEqualTo(200);

            gate.reopen();
            await().atMost(LIMIT).untilAsserted(() -> assertThat(
                            query.detail(number).at("/version").asInt())
                    .isEqualTo(7));
            awaitReadiness(query, 200);
        }
    }

    @Test
    void theServiceStartsWhileItsDatabaseIsAway() {
        try (DatabaseGate gate = new DatabaseGate()) {
            gate.shut();
            try (RunningQuery query = RunningQuery.start(Map.of("MONGODB_URI", gate.uri()))) {
                assertThat(query.get("/actuator/health/readiness").status()).isEqualTo(503);
                String number = FactMother.aNumber();
                log.tell(FactMother.life(number));

                gate.reopen();

                await().atMost(LIMIT).untilAsserted(() -> assertThat(
                                query.detail(number).at("/version").asInt())
                        .isEqualTo(7));
            }
        }
    }

    @Test
    void aRegistryThatIsAwayMakesNoDeadLetters() {
        URI registry = URI.create(Parts.registryUrl());
        try (Gate gate = new Gate(registry.getHost(), registry.getPort())) {
            gate.shut();
            try (RunningQuery query = RunningQuery.start(
                    Map.of("SCHEMA_REGISTRY_URL", "http://127.0.0.1:" + gate.port() + registry.getPath()))) {
                String number = FactMother.aNumber();
                log.tell(FactMother.life(number));
                awaitReadiness(query, 503);
                assertThat(query.get("/api/tickets/" + number).status()).isEqualTo(404);

                gate.reopen();

                await().atMost(LIMIT).untilAsserted(() -> assertThat(
                                query.detail(number).at("/version").asInt())
                        .isEqualTo(7));
                awaitReadiness(query, 200);
                assertThat(log.read("ticket-events-query-dlt"))
                        .extracting(letter -> letter.key() == null ? "" : new String(letter.key(), UTF_8))
                        .doesNotContain(number);
            }
        }
    }

    private static void awaitReadiness(RunningQuery query, int status) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        query.get("/actuator/health/readiness").status())
                .isEqualTo(status));
    }
}
