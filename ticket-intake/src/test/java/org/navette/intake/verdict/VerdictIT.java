package org.navette.intake.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.navette.intake.Api;
import org.navette.intake.IntakeStack;
import org.navette.intake.RunningIntake;
import org.navette.intake.SubmissionMother;
import org.navette.intake.Submitted;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.TicketVerdict;

class VerdictIT extends IntakeStack {

    private static final Function<TicketSubmitted, TicketVerdict> YES = submission -> verdict(submission, true, null);
    private static final Function<TicketSubmitted, TicketVerdict> NO =
            submission -> verdict(submission, false, "object-not-found");

    @Test
    void anOpenedTicketIsCreated() {
        try (FakeRouter router = new FakeRouter(YES)) {
            var answer = submitUntilSomebodyListens(api, 201);

            assertThat(answer.text("status")).isEqualTo("open");
            assertThat(answer.header("Preference-Applied")).isEqualTo("wait=5");
            assertThat(answer.header("Location")).endsWith(answer.text("number"));
        }
    }

    @Test
    void aRefusedTicketIsToldWithCodeAndField() {
        try (FakeRouter router = new FakeRouter(NO)) {
            var answer = submitUntilSomebodyListens(api, 422);

            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.text("code")).isEqualTo("refused");
            assertThat(answer.text("number")).hasSize(16);
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("object-not-found");
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("object.number");
            assertThat(answer.json().at("/errors/0/message").asString())
                    .isEqualTo("Aucun objet de l’organisation émettrice ne porte ce numéro.");
        }
    }

    @Test
    void withoutAVerdictInTimeTheTicketIsAccepted() {
        var answer = submitUntilSomebodyListens(api, 202);

        assertThat(answer.text("status")).isEqualTo("accepted");
        var published = Awaitility.await().until(() -> Submitted.under(answer.text("number")), all -> all.size() == 2);
        assertThat(published.get(0).getVerdictPartition()).isBetween(0, 11);
        assertThat(published.get(0).getVerdictAwaitedUntil())
                .isAfter(published.get(0).getTicket().getSubmittedAt());
        assertThat(published.get(1))
                .as("the same, so that a refusal is mailed: nobody waits for it any more")
                .isEqualTo(TicketSubmitted.newBuilder(published.get(0))
                        .setVerdictPartition(null)
                        .setVerdictAwaitedUntil(null)
                        .build());
    }

    @Test
    void aRequestThatTheContainerGivesUpIsNoNo() {
        try (RunningIntake hasty = RunningIntake.start("spring.mvc.async.request-timeout=300ms")) {
            Api api = hasty.ready();
            var answer = submitUntilSomebodyListens(api, 503);

            assertThat(answer.text("code")).isEqualTo("unconfirmed");
            assertThat(answer.header("Retry-After")).isNotNull();
            assertThat(Submitted.under(answer.text("number"))).isNotEmpty();
        }
    }

    @Test
    void eachOfTwoInstancesHearsItsOwnVerdicts() {
        try (RunningIntake other = RunningIntake.start();
                FakeRouter router = new FakeRouter(YES)) {
            Api second = other.ready();
            for (int i = 0; i < 10; i++) {
                submitUntilSomebodyListens(api, 201);
                submitUntilSomebodyListens(second, 201);
            }
        }
    }

    @Test
    void aStopLetsClientsThatWaitHearTheirVerdict() throws Exception {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<Void> stopping = new CompletableFuture<>();
        RunningIntake intake = RunningIntake.start();
        try {
            Api stopped = intake.ready();
            try (FakeRouter router = new FakeRouter(YES)) {
                submitUntilSomebodyListens(stopped, 201);
            }
            try (FakeRouter router = new FakeRouter(submission -> {
                asked.complete(null);
                stopping.join();
                return NO.apply(submission);
            })) {
                var answer = CompletableFuture.supplyAsync(() -> submitAndWait(stopped, 10));
                asked.get(10, TimeUnit.SECONDS);
                var closed = CompletableFuture.runAsync(intake::close);
                awaitRefusedConnection(intake.port());
                stopping.complete(null);

                assertThat(answer.get().status()).isEqualTo(422);
                closed.get(20, TimeUnit.SECONDS);
            }
        } finally {
            stopping.complete(null);
            intake.close();
        }
    }

    @Test
    void aRepeatThatWaitsIsAnsweredToo() {
        try (FakeRouter router = new FakeRouter(YES)) {
            String key = UUID.randomUUID().toString();
            String submission = SubmissionMother.aboutInvoice().toString();
            var first = api.post("/api/tickets", submission, "Idempotency-Key", key);
            assertThat(first.status()).isEqualTo(202);

            var second = Awaitility.await()
                    .until(
                            () -> api.post("/api/tickets", submission, "Idempotency-Key", key, "Prefer", "wait=5"),
                            answer -> answer.status() == 201);
            assertThat(second.text("number")).isEqualTo(first.text("number"));
        }
    }

    /** Partitions are assigned a while after the start, and again when instances come and go. */
    private static Api.Answer submitUntilSomebodyListens(Api api, int status) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> submitAndWait(api, 5),
                        answer -> answer.status() == status
                                && (status >= 400
                                        || !answer.header("Preference-Applied").isEmpty()));
    }

    private static Api.Answer submitAndWait(Api api, int seconds) {
        return api.post(
                "/api/tickets", SubmissionMother.aboutInvoice().toString(), "Prefer", "respond-async, wait=" + seconds);
    }

    private static void awaitRefusedConnection(int port) {
        Awaitility.await().until(() -> {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return false;
            } catch (ConnectException e) {
                return true;
            }
        });
    }

    private static TicketVerdict verdict(TicketSubmitted submission, boolean accepted, @Nullable String code) {
        return new TicketVerdict(
                submission.getTicket().getNumber(),
                submission.getVerdictPartition(),
                accepted,
                code,
                code == null ? null : "object.number");
    }
}
