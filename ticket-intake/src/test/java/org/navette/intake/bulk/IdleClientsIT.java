package org.navette.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.navette.intake.Api;
import org.navette.intake.RunningIntake;
import org.navette.intake.SubmissionMother;

/** A client that holds one of the few places of streamed requests must not keep it by doing nothing. */
class IdleClientsIT {

    private static final String FINE = SubmissionMother.technical().toString();

    private static RunningIntake intake;
    private static Api api;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start("server.tomcat.connection-timeout=1s", "navette.intake.bulk.max-concurrent=1");
        api = intake.ready();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void aClientThatPausesIsToldWhereAndItsConnectionEnds() throws IOException {
        try (OpenBulk bulk = new OpenBulk(intake.port())) {
            bulk.send(FINE);
            bulk.readHead();
            assertThat(bulk.readAnswer()).contains("\"line\":1,\"status\":202");

            assertThat(bulk.readAnswer()).contains("\"line\":2,\"status\":408,\"code\":\"body-too-slow\"");
            assertThat(bulk.readAnswer()).isEmpty();
        }
        assertThatOthersHaveTheirTurn();
    }

    @Test
    void aClientThatDoesNotReadLosesItsConnection() throws IOException {
        try (OpenBulk bulk = new OpenBulk(intake.port())) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
                while (true) {
                    bulk.send("nonsense");
                }
            });
        }
        assertThatOthersHaveTheirTurn();
    }

    private static void assertThatOthersHaveTheirTurn() {
        Awaitility.await().untilAsserted(() -> assertThat(
                        api.post("/api/tickets/bulk", "application/x-ndjson", BodyPublishers.ofString(FINE))
                                .status())
                .isEqualTo(200));
    }
}
