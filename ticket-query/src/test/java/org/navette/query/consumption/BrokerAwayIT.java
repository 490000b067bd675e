package org.navette.query.consumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.parts.FreePort;
import org.navette.parts.Parts;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.query.FactMother;
import org.navette.query.Log;
import org.navette.query.RunningQuery;

class BrokerAwayIT {

    @TempDir
    Path directory;

    @Test
    void aBrokerThatIsAwayShowsListsStayAndConsumptionGoesOn() {
        EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        String address = broker.bootstrapServers();
        int port = URI.create("kafka://" + address).getPort();
        try (RunningQuery query =
                RunningQuery.start(Map.of("KAFKA_BOOTSTRAP_SERVERS", address, "navette.query.broker-timeout", "2s"))) {
            String before = tell(address);
            query.catchUp();

            broker.close();
            awaitReadiness(query, 503);
            assertThat(query.get("/api/projection").status()).isEqualTo(503);
            assertThat(query.detail(before).get("version").asInt()).isEqualTo(7);

            broker = EmbeddedBroker.start(directory, port);
            String after = tell(address);
            query.catchUp();
            assertThat(query.detail(after).get("version").asInt()).isEqualTo(7);
            awaitReadiness(query, 200);
        } finally {
            broker.close();
        }
    }

    /** Of its three consumers one has nothing to read, as there are two partitions. */
    @Test
    void aBrokerThatComesLateMakesAnInstanceReadyWhoseConsumersHaveNotAllSomethingToRead() {
        int port = FreePort.find();
        try (RunningQuery query = RunningQuery.start(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port,
                "TOPIC_PARTITIONS", "1",
                "navette.query.concurrency", "3"))) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(query.get("/actuator/health")
                            .body()
                            .at("/components/projection/details/troubles")
                            .size())
                    .isEqualTo(3));

            try (EmbeddedBroker broker = EmbeddedBroker.start(directory, port)) {
                query.catchUp();
                awaitReadiness(query, 200);
            }
        }
    }

    private static String tell(String address) {
        String number = FactMother.aNumber();
        try (Log log = new Log(address, Parts.registryUrl())) {
            log.tell(FactMother.life(number));
        }
        return number;
    }

    private static void awaitReadiness(RunningQuery query, int status) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        query.get("/actuator/health/readiness").status())
                .isEqualTo(status));
    }
}
