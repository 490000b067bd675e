package org.navette.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.navette.intake.Api;
import org.navette.intake.IntakeStack;
import org.navette.intake.SubmissionMother;
import org.navette.intake.Submitted;
import org.navette.messages.TicketSubmitted;
import org.navette.parts.Parts;
import org.navette.schemas.Topics;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

class BulkIT extends IntakeStack {

    private static final String FINE = SubmissionMother.technical().toString();

    @LocalServerPort
    private int port;

    @Test
    void everyLineIsAnsweredInItsOrder() {
        int lines = 20_000;
        String body = IntStream.rangeClosed(1, lines)
                .mapToObj(i -> i % 100 == 0 ? "{\"title\": \"nothing else\"}" : FINE)
                .collect(Collectors.joining("\n"));

        var answer = post(body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        Set<String> numbers = new HashSet<>();
        long line = 0;
        for (JsonNode verdict : answer.lines()) {
            assertThat(verdict.path("line").asLong()).isEqualTo(++line);
            assertThat(verdict.path("status").asInt()).isEqualTo(line % 100 == 0 ? 400 : 202);
            if (verdict.path("status").asInt() == 202) {
                numbers.add(verdict.path("number").asString());
            }
        }
        assertThat(line).isEqualTo(lines);
        Set<String> published =
                Submitted.<TicketSubmitted>all(Topics.TICKETS_SUBMITTED, Parts.bootstrapServers()).stream()
                        .map(record -> record.key())
                        .collect(Collectors.toSet());
        assertThat(numbers).hasSize(lines - lines / 100);
        // AssertJ's own look compares each with each.
        assertThat(published.containsAll(numbers)).as("all are in the topic").isTrue();
    }

    @Test
    void aLineThatIsWrongStopsNoOther() {
        String tooLong = "{\"title\": \"" + "x".repeat(170_000) + "\"}";

        var answer = post(String.join("\n", FINE, "nonsense", "", tooLong, "[]", "{\"a\": 1}", FINE));

        assertThat(answer.lines().stream()
                        .map(line -> line.path("line").asInt() + " "
                                + line.path("status").asInt() + " "
                                + line.path("code").asString("")))
                .containsExactly(
                        "1 202 ",
                        "2 400 malformed-json",
                        "4 413 line-too-long",
                        "5 400 malformed-json",
                        "6 400 invalid-fields",
                        "7 202 ");
        assertThat(answer.lines().get(4).path("errors").size()).isPositive();
    }

    @Test
    void anIdempotencyKeyIsRefusedInsteadOfIgnored() {
        var answer = api.post(
                "/api/tickets/bulk", "application/x-ndjson", BodyPublishers.ofString(FINE), "Idempotency-Key", "a");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("idempotency-key-not-allowed");
    }

    @Test
    void aClientMayWaitForEachAnswer() throws IOException {
        try (OpenBulk bulk = new OpenBulk(port)) {
            bulk.send(FINE);
            assertThat(bulk.readHead()).contains("200");
            assertThat(bulk.readAnswer()).contains("\"line\":1,\"status\":202");
            bulk.send("nonsense");
            assertThat(bulk.readAnswer()).contains("\"line\":2,\"status\":400");
            bulk.send(FINE);
            assertThat(bulk.readAnswer()).contains("\"line\":3,\"status\":202");
            bulk.finish();
            assertThat(bulk.readAnswer()).isEmpty();
        }
    }

    @Test
    void aClientThatGoesAwayLeavesItsPlaceToOthers() throws IOException {
        for (int i = 0; i < 10; i++) {
            try (OpenBulk bulk = new OpenBulk(port)) {
                bulk.send(FINE);
                bulk.readHead();
            }
            Awaitility.await()
                    .untilAsserted(() -> assertThat(post(FINE).status()).isEqualTo(200));
        }
    }

    private Api.Answer post(String body) {
        return api.post("/api/tickets/bulk", "application/x-ndjson", BodyPublishers.ofString(body));
    }
}
