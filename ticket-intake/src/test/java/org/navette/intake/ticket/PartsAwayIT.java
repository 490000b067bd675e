package org.navette.intake.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.intake.Api;
import org.navette.intake.Readiness;
import org.navette.intake.RunningIntake;
import org.navette.intake.SubmissionMother;
import org.navette.intake.Submitted;
import org.navette.intake.bulk.OpenBulk;
import org.navette.parts.FreePort;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.parts.database.EmbeddedDatabase;
import org.navette.parts.registry.SchemaRegistry;
import org.navette.schemas.Topics;
import org.springframework.util.FileSystemUtils;

class PartsAwayIT {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    @Test
    void aBrokerThatGoesAwayIsNeverAFalseYes() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        String servers = broker.bootstrapServers();
        int port = Integer.parseInt(servers.substring(servers.lastIndexOf(':') + 1));
        try (RunningIntake intake = RunningIntake.start("KAFKA_BOOTSTRAP_SERVERS=" + servers)) {
            Api api = intake.ready();
            assertThat(submit(api).status()).isEqualTo(202);

            broker.close();
            long before = System.nanoTime();
            Api.Answer answer = submit(api);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LIMIT);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.text("code")).isEqualTo("unconfirmed");
            assertThat(answer.text("number")).hasSize(16);
            assertThat(answer.text("detail")).doesNotContain("Idempotency-Key");
            Readiness.await(api, "DOWN");

            broker = EmbeddedBroker.start(directory.resolve("broker"), port);
            Readiness.await(api);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(submit(api).status()).isEqualTo(202));
        } finally {
            broker.close();
        }
    }

    /** Four hundred with forty threads, where each would hold its thread for a second: twice as long as the limit. */
    @Test
    void aBrokerThatIsAwayHoldsNoThreads() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(80);
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        try (RunningIntake intake = RunningIntake.start(
                "KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers(), "server.tomcat.threads.max=40")) {
            Api api = intake.ready();
            assertThat(submit(api).status()).isEqualTo(202);
            broker.close();
            Readiness.await(api, "DOWN");

            CompletableFuture<?>[] answers = IntStream.range(0, 400)
                    .mapToObj(
                            i -> CompletableFuture.supplyAsync(() -> submit(api).status(), clients)
                                    .thenAccept(status -> assertThat(status).isEqualTo(503)))
                    .toArray(CompletableFuture[]::new);

            assertThat(CompletableFuture.allOf(answers)).succeedsWithin(LIMIT);
        } finally {
            clients.shutdownNow();
            broker.close();
        }
    }

    /** As after a crash of its machine: the broker then misses records in the producer's sequence. */
    @Test
    void aBrokerThatLostItsLastRecordsIsPublishedToAgain() throws Exception {
        Path data = directory.resolve("broker");
        Path before = directory.resolve("before");
        EmbeddedBroker broker = EmbeddedBroker.start(data, 0);
        String servers = broker.bootstrapServers();
        int port = Integer.parseInt(servers.substring(servers.lastIndexOf(':') + 1));
        try (RunningIntake intake = RunningIntake.start("KAFKA_BOOTSTRAP_SERVERS=" + servers, "TOPIC_PARTITIONS=1")) {
            Api api = intake.ready();
            awaitAccepted(api);
            broker.close();
            FileSystemUtils.copyRecursively(data, before);
            broker = EmbeddedBroker.start(data, port);
            awaitAccepted(api);
            awaitAccepted(api);
            broker.close();
            FileSystemUtils.deleteRecursively(data);

            broker = EmbeddedBroker.start(before, port);

            awaitAccepted(api);
        } finally {
            broker.close();
        }
    }

    private static void awaitAccepted(Api api) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(submit(api).status()).isEqualTo(202));
    }

    @Test
    void intakeStartsBeforeTheBrokerAndTheRegistry() throws Exception {
        int brokerPort = FreePort.find();
        int registryPort = FreePort.find();
        String servers = "127.0.0.1:" + brokerPort;
        try (RunningIntake intake = RunningIntake.start(
                "KAFKA_BOOTSTRAP_SERVERS=" + servers,
                "SCHEMA_REGISTRY_URL=http://127.0.0.1:" + registryPort + "/apis/ccompat/v7")) {
            Api api = intake.api();
            assertThat(api.get("/actuator/health/readiness").text("status")).isEqualTo("DOWN");
            assertThat(api.get("/actuator/health/liveness").text("status")).isEqualTo("UP");
            assertThat(submit(api).status()).isEqualTo(503);

            try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), brokerPort)) {
                Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                                api.get("/actuator/health/readiness")
                                        .json()
                                        .at("/components/kafka/status")
                                        .asString())
                        .isEqualTo("UP"));
                Api.Answer withoutRegistry = submit(api);
                assertThat(withoutRegistry.status()).isEqualTo(503);
                assertThat(withoutRegistry.header("Retry-After")).isEqualTo("2");

                Path home = Path.of(System.getProperty("navette.registry.home"));
                try (SchemaRegistry registry =
                        SchemaRegistry.start(home, directory.resolve("registry"), registryPort)) {
                    Readiness.await(api);
                    assertThat(submit(api).status()).isEqualTo(202);
                }
                // What is known by now needs no registry.
                assertThat(submit(api).status()).isEqualTo(202);
            }
        }
    }

    @Test
    void withoutTheDatabaseOnlyKeysAreTurnedAway() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(directory.resolve("database"), 0);
        String uri = database.uri();
        int port = Integer.parseInt(uri.substring(uri.lastIndexOf(':') + 1).replaceAll("\\D.*", ""));
        try (RunningIntake intake = RunningIntake.start("MONGODB_URI=" + uri)) {
            Api api = intake.ready();
            database.close();

            assertThat(submit(api).status()).isEqualTo(202);
            long before = System.nanoTime();
            Api.Answer keyed = submitWithKey(api);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LIMIT);
            assertThat(keyed.status()).as(keyed.toString()).isEqualTo(503);
            assertThat(keyed.text("code")).isEqualTo("keys-unavailable");
            assertThat(keyed.header("Retry-After")).isEqualTo("2");
            Readiness.await(api, "LIMITED");
            assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);

            database = EmbeddedDatabase.start(directory.resolve("database"), port);
            Readiness.await(api);
            assertThat(submitWithKey(api).status()).isEqualTo(202);
        } finally {
            database.close();
        }
    }

    @Test
    void whatIsTooMuchIsTurnedAwayAtOnce() throws Exception {
        try (RunningIntake intake = RunningIntake.start("navette.intake.bulk.max-concurrent=1")) {
            Api api = intake.ready();
            try (var first = new OpenBulk(intake.port())) {
                first.send(SubmissionMother.technical().toString());
                first.readHead();

                Api.Answer second = api.post(
                        "/api/tickets/bulk",
                        "application/x-ndjson",
                        BodyPublishers.ofString(SubmissionMother.technical().toString()));

                assertThat(second.status()).isEqualTo(503);
                assertThat(second.text("code")).isEqualTo("overloaded");
                assertThat(second.header("Retry-After")).isEqualTo("2");
            }
        }
    }

    @Test
    void moreSubmissionsThanMayWaitForTheBrokerAreTurnedAwayAtOnce() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        try (RunningIntake intake = RunningIntake.start(
                "KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers(), "navette.intake.max-in-flight=1")) {
            Api api = intake.ready();
            assertThat(submit(api).status()).isEqualTo(202);
            broker.close();

            // Whichever comes first waits.
            var one = CompletableFuture.supplyAsync(() -> submit(api));
            var other = CompletableFuture.supplyAsync(() -> submit(api));

            assertThat(List.of(one.get(), other.get()))
                    .extracting(
                            Api.Answer::status, answer -> answer.text("code"), answer -> answer.header("Retry-After"))
                    .containsExactlyInAnyOrder(tuple(429, "overloaded", "2"), tuple(503, "unconfirmed", "2"));
        } finally {
            broker.close();
        }
    }

    /** Two that wait are a crowd: with fewer, a single one that the thread hasn't taken yet would be. */
    @Test
    void submissionsAreTurnedAwayWhileTooManyWaitForAThread() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(50);
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
                RunningIntake intake = RunningIntake.start(
                        "KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers(),
                        "server.tomcat.threads.max=1",
                        "server.tomcat.threads.min-spare=1",
                        "navette.intake.max-queued=1",
                        "navette.intake.longest-queueing=0s")) {
            Api api = intake.ready();

            Api.Answer turnedAway = Awaitility.await()
                    .until(
                            () -> IntStream.range(0, 200)
                                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> submit(api), clients))
                                    .toList()
                                    .stream()
                                    .map(CompletableFuture::join)
                                    .filter(answer -> answer.status() == 429)
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();

            assertThat(turnedAway.text("code")).isEqualTo("overloaded");
            assertThat(turnedAway.header("Retry-After")).isEqualTo("2");
            Awaitility.await().until(() -> submit(api).status() == 202);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void everyAcceptedTicketIsInTheTopic() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
                RunningIntake intake = RunningIntake.start("KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers())) {
            Api api = intake.ready();
            for (int i = 0; i < 20; i++) {
                assertThat(submit(api).status()).isEqualTo(202);
            }

            assertThat(Submitted.all(Topics.TICKETS_SUBMITTED, broker.bootstrapServers()))
                    .hasSize(20);
        }
    }

    private static Api.Answer submit(Api api) {
        return api.post("/api/tickets", SubmissionMother.technical().toString());
    }

    private static Api.Answer submitWithKey(Api api) {
        return api.post(
                "/api/tickets",
                SubmissionMother.technical().toString(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
