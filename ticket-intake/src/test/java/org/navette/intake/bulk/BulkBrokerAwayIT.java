package org.navette.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.intake.RunningIntake;
import org.navette.intake.SubmissionMother;
import org.navette.parts.broker.EmbeddedBroker;

class BulkBrokerAwayIT {

    @TempDir
    Path directory;

    @Test
    void linesWithoutAConfirmationAreAnsweredWithTheirNumbers() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        try (RunningIntake intake = RunningIntake.start("KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers())) {
            intake.ready();
            try (OpenBulk bulk = new OpenBulk(intake.port())) {
                bulk.send(SubmissionMother.technical().toString());
                bulk.readHead();
                assertThat(bulk.readAnswer()).contains("\"status\":202");

                broker.close();
                bulk.send(SubmissionMother.technical().toString());
                bulk.send("nonsense");
                bulk.finish();

                assertThat(bulk.readAnswer())
                        .contains("\"line\":2,\"status\":503,\"code\":\"unconfirmed\"")
                        .contains("\"number\":\"")
                        .doesNotContain("Idempotency-Key");
                assertThat(bulk.readAnswer()).contains("\"line\":3,\"status\":400");
            }
        } finally {
            broker.close();
        }
    }
}
