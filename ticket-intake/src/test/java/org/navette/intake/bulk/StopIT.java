package org.navette.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.navette.intake.RunningIntake;
import org.navette.intake.SubmissionMother;

class StopIT {

    @Test
    void aStopAnswersWhatWasReadAndSaysWhereItEnded() throws Exception {
        try (RunningIntake intake = RunningIntake.start()) {
            intake.ready();
            try (OpenBulk bulk = new OpenBulk(intake.port())) {
                bulk.send(SubmissionMother.technical().toString());
                bulk.readHead();
                String answer = bulk.readAnswer();
                CompletableFuture<Void> closed = CompletableFuture.runAsync(intake::close);
                int line = 1;
                while (answer.contains("\"status\":202")) {
                    bulk.send(SubmissionMother.technical().toString());
                    line++;
                    answer = bulk.readAnswer();
                }

                assertThat(answer).startsWith("{\"line\":" + line + ",\"status\":503,\"code\":\"stopping\"");
                assertThat(bulk.readAnswer()).isEmpty();
                closed.get(20, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void aStopDoesNotWaitForAClientThatKeepsItsRequestOpenWithBlankLines() throws Exception {
        try (RunningIntake intake = RunningIntake.start()) {
            intake.ready();
            try (OpenBulk bulk = new OpenBulk(intake.port())) {
                bulk.send(SubmissionMother.technical().toString());
                bulk.readHead();
                bulk.readAnswer();
                CompletableFuture<Void> closed = CompletableFuture.runAsync(intake::close);
                FutureTask<String> answer = new FutureTask<>(bulk::readAnswer);
                new Thread(answer, "reader").start();
                await().pollInterval(Duration.ofMillis(200)).until(() -> {
                    if (!answer.isDone()) {
                        bulk.send("");
                    }
                    return answer.isDone();
                });

                assertThat(answer.get()).contains("\"code\":\"stopping\"");
                closed.get(20, TimeUnit.SECONDS);
            }
        }
    }
}
