package org.navette.intake.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.navette.intake.Api;
import org.navette.intake.IntakeStack;
import org.navette.intake.RunningIntake;
import org.navette.intake.SubmissionMother;
import org.navette.intake.Submitted;
import org.navette.messages.TicketSubmitted;

class IdempotencyIT extends IntakeStack {

    private final String key = UUID.randomUUID().toString();

    @Test
    void aRepeatHasTheSameNumberAndIsTheSameSubmission() {
        String number = submit(api).text("number");

        // Other white space and another order don't make another submission.
        String reordered = SubmissionMother.technical().toPrettyString();
        assertThat(api.post("/api/tickets", reordered, "Idempotency-Key", key).text("number"))
                .isEqualTo(number);
        List<TicketSubmitted> published = Submitted.under(number);
        assertThat(published).hasSize(2);
        assertThat(published.get(1)).isEqualTo(published.get(0));
    }

    @Test
    void anotherSubmissionUnderTheSameKeyIsRefused() {
        submit(api);

        var answer = api.post(
                "/api/tickets",
                SubmissionMother.technical().put("title", "Autre").toString(),
                "Idempotency-Key",
                key);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void theSameKeyElsewhereIsAnotherKey() {
        String number = submit(api).text("number");

        var anonymous =
                api.post("/api/public/tickets", SubmissionMother.anonymous().toString(), "Idempotency-Key", key);

        assertThat(anonymous.status()).isEqualTo(202);
        assertThat(anonymous.text("number")).isNotEqualTo(number);
    }

    @Test
    void anotherInstanceKnowsTheKeyAlsoAfterARestart() {
        String number;
        try (RunningIntake first = RunningIntake.start()) {
            number = submit(first.ready()).text("number");
            assertThat(submit(api).text("number")).isEqualTo(number);
        }
        try (RunningIntake again = RunningIntake.start()) {
            assertThat(submit(again.ready()).text("number")).isEqualTo(number);
        }
    }

    @Test
    void requestsAtTheSameTimeGetOneNumber() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<String>> requests = IntStream.range(0, 16)
                .<Callable<String>>mapToObj(i -> () -> submit(api).text("number"))
                .toList();

        List<String> numbers = new ArrayList<>();
        for (var answer : threads.invokeAll(requests)) {
            numbers.add(answer.get());
        }
        threads.shutdown();

        assertThat(numbers).doesNotContain("").containsOnly(numbers.get(0));
    }

    @Test
    void anExpiredKeyIsFree() {
        try (RunningIntake forgetful = RunningIntake.start("navette.intake.idempotency-keys.kept-for=1s")) {
            Api other = forgetful.ready();
            String number = submit(other).text("number");

            Awaitility.await().untilAsserted(() -> assertThat(submit(other).text("number"))
                    .isNotEqualTo(number));
        }
    }

    @Test
    void aKeyIsVisibleAscii() {
        for (String wrong : List.of("", "a b", "x".repeat(256))) {
            var answer = api.post("/api/tickets", SubmissionMother.technical().toString(), "Idempotency-Key", wrong);

            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.text("code")).isEqualTo("idempotency-key-malformed");
        }
    }

    private Api.Answer submit(Api at) {
        return at.post("/api/tickets", SubmissionMother.technical().toString(), "Idempotency-Key", key);
    }
}
