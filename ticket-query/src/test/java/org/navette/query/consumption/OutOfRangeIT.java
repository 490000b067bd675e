package org.navette.query.consumption;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.MailOutcome;
import org.navette.parts.Parts;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.query.FactMother;
import org.navette.query.Log;
import org.navette.query.RunningQuery;
import tools.jackson.databind.JsonNode;

/** On a broker of its own, because it deletes records. */
class OutOfRangeIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final TopicPartition PARTITION = new TopicPartition("ticket-events", 3);

    @TempDir
    Path directory;

    @Test
    void aPositionOutsideTheLogIsAnAlarmUntilSomebodyDecides() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                RunningQuery query = RunningQuery.start(Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()));
                Log log = new Log(broker.bootstrapServers(), Parts.registryUrl())) {
            query.catchUp();
            awaitReadiness(query, 200);
            String number = FactMother.aNumber();
            for (int version = 1; version <= 7; version++) {
                log.tellRaw(
                        "ticket-events",
                        3,
                        number,
                        log.encode(FactMother.life(number).get(version - 1)));
            }
            query.catchUp();

            moveTo(query, 1_000L);
            query.stop();
            query.startAgain();
            awaitReadiness(query, 503);
            awaitAlarm(query, "has come to offset 1000, but the log goes from 0 to 7");
            moveTo(query, 7L);
            awaitReadiness(query, 200);

            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.deleteRecords(Map.of(PARTITION, RecordsToDelete.beforeOffset(5)))
                        .all()
                        .get();
            }
            moveTo(query, 2L);
            awaitReadiness(query, 503);
            awaitAlarm(query, "has come to offset 2, but the log goes from 5 to 7");
            log.tellRaw("ticket-events", 3, FactMother.aNumber(), new byte[0]);
            String elsewhere = FactMother.aNumber();
            log.tellRaw("ticket-events", 4, elsewhere, log.encode(FactMother.opened(elsewhere)));
            await().atMost(LIMIT).untilAsserted(() -> assertThat(
                            query.get("/api/tickets/" + elsewhere).status())
                    .as("other partitions go on")
                    .isEqualTo(200));
            assertThat(position(query)).as("no silent jump").isEqualTo(2);

            moveTo(query, 5L);
            awaitReadiness(query, 200);
            query.catchUp();
            assertThat(position(query)).isEqualTo(8);
        }
    }

    @Test
    void whatIsNoLongerKeptIsPassed() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                RunningQuery query = RunningQuery.start(Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()));
                Log log = new Log(broker.bootstrapServers(), Parts.registryUrl());
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            query.catchUp();
            query.stop();
            String number = FactMother.aNumber();
            byte[] mail = log.encode(FactMother.mail(number, MailOutcome.SENT));
            log.tellRaw("mail-deliveries", 3, number, mail);
            log.tellRaw("mail-deliveries", 3, number, mail);
            admin.deleteRecords(Map.of(new TopicPartition("mail-deliveries", 3), RecordsToDelete.beforeOffset(2)))
                    .all()
                    .get();

            query.startAgain();

            await().atMost(LIMIT).untilAsserted(() -> assertThat(
                            query.get("/api/projection").body().path("complete").asBoolean())
                    .isTrue());
        }
    }

    private static void moveTo(RunningQuery query, long offset) {
        query.database().getCollection("positions").updateOne(eq("_id", "ticket-events/3"), set("offset", offset));
    }

    private static long position(RunningQuery query) {
        return query.get("/api/projection")
                .body()
                .get("partitions")
                .valueStream()
                .filter(partition -> partition.get("topic").asString().equals("ticket-events")
                        && partition.get("partition").asInt() == 3)
                .findFirst()
                .orElseThrow()
                .get("position")
                .asLong();
    }

    private static void awaitReadiness(RunningQuery query, int status) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        query.get("/actuator/health/readiness").status())
                .isEqualTo(status));
    }

    private static void awaitAlarm(RunningQuery query, String text) {
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonNode alarms = query.get("/api/projection").body().path("alarms");
            assertThat(alarms.path("ticket-events-3").asString("")).contains(text);
        });
    }
}
