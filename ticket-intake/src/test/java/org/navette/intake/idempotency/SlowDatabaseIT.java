package org.navette.intake.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.intake.Api;
import org.navette.intake.RunningIntake;
import org.navette.intake.SubmissionMother;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.parts.database.EmbeddedDatabase;

class SlowDatabaseIT {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Duration FOR_EVER = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private EmbeddedDatabase database;
    private SlowProxy proxy;

    @BeforeEach
    void start() throws Exception {
        database = EmbeddedDatabase.start(directory.resolve("database"), 0);
        proxy = new SlowProxy(URI.create(database.uri()).getPort());
    }

    @AfterEach
    void stop() {
        proxy.close();
        database.close();
    }

    @Test
    void aDatabaseThatHangsHoldsNobodyForLong() {
        try (RunningIntake intake = RunningIntake.start(uri())) {
            Api api = intake.ready();
            proxy.holdBack(FOR_EVER);
            long before = System.nanoTime();

            Api.Answer answer = submitWithKey(api);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LIMIT);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            assertThat(answer.text("code")).isEqualTo("keys-unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
        }
    }

    @Test
    void moreThanMayAskAtATimeAreTurnedAway() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try (RunningIntake intake = RunningIntake.start(uri(), "navette.intake.idempotency-keys.max-concurrent=1")) {
            Api api = intake.ready();
            proxy.holdBack(FOR_EVER);

            List<Future<Api.Answer>> answers =
                    threads.invokeAll(Stream.generate(() -> (Callable<Api.Answer>) () -> submitWithKey(api))
                            .limit(6)
                            .toList());

            assertThat(answers)
                    .extracting(
                            answer -> answer.get().status() + " " + answer.get().text("code"))
                    .contains("503 keys-unavailable", "429 overloaded")
                    .containsOnly("503 keys-unavailable", "429 overloaded");
            assertThat(answers).allSatisfy(answer -> assertThat(answer.get().header("Retry-After"))
                    .isEqualTo("2"));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aSlowDatabaseBeforeABrokerThatIsAwayDoesNotAddUp() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        try (RunningIntake intake =
                RunningIntake.start(uri(), "KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers())) {
            Api api = intake.ready();
            assertThat(submitWithKey(api).status()).isEqualTo(202);
            proxy.holdBack(Duration.ofMillis(200));
            broker.close();
            long before = System.nanoTime();

            Api.Answer answer = submitWithKey(api);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LIMIT);
            assertThat(answer.text("code")).as(answer.toString()).isEqualTo("unconfirmed");
            assertThat(answer.text("number")).hasSize(16);
            assertThat(answer.text("detail")).contains("Idempotency-Key");
        } finally {
            broker.close();
        }
    }

    private String uri() {
        return "MONGODB_URI=mongodb://127.0.0.1:" + proxy.port() + "/navette";
    }

    private static Api.Answer submitWithKey(Api api) {
        return api.post(
                "/api/tickets",
                SubmissionMother.technical().toString(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
