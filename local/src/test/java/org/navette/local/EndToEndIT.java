package org.navette.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline by its real processes, as one person's first quarter of an hour. */
class EndToEndIT {

    private static final Duration SETTLING = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aTicketArrivesEverywhereAndStaysOverAKillOfTheRun() throws Exception {
        try (var run = new LocalRun(directory)) {
            run.awaitReady("first.out");
            var number = submit(run);
            assertItArrives(run, number);

            var second = run.startAnother("second.out");
            assertThat(second.waitFor()).isEqualTo(2);
            assertThat(run.output("second.out")).contains("already runs");

            run.killSupervisorAndStartAgain("third.out");
            run.awaitReady("third.out");
            assertThat(run.output("third.out")).contains("Stopping what an earlier run left");
            assertItArrives(run, number);
            assertItArrives(run, submit(run));

            var children = run.children();
            run.stop();
            assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        }
    }

    /** About an invoice of the demo set; returns the ticket's number. */
    private String submit(LocalRun run) throws IOException, InterruptedException {
        var ticket =
                """
                {"category": "issued-invoices", "subCategory": "question-to-invoice-recipient",
                 "object": {"number": "F2025-00001"},
                 "issuer": {"organisation": {"scheme": "SIRET", "value": "99662990300120"},
                            "email": "camille@supplier.example"},
                 "title": "Date de paiement", "description": "Quand sera-t-elle payée ?"}
                """;
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(run.url("intake") + "/api/tickets"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(ticket))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private void assertItArrives(LocalRun run, String number) {
        await().atMost(SETTLING).untilAsserted(() -> {
            assertThat(get(run.url("query") + "/api/tickets/" + number).statusCode())
                    .isEqualTo(200);
            assertThat(get(run.url("query") + "/api/tickets").body()).contains(number);
            assertThat(get(run.url("mails") + "/?q=" + number).body()).contains("camille@supplier.example");
        });
        await().atMost(SETTLING).untilAsserted(() -> assertThat(queue(run))
                .filteredOn(value -> value.contains(number))
                .hasSize(1));
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    /** Every record of the business services' queue, its text readable between the bytes of Avro. */
    private static List<String> queue(LocalRun run) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", run.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var topic = "tickets-business-service";
            var partitions = IntStream.range(0, consumer.partitionsFor(topic).size())
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var records = consumer.poll(Duration.ofSeconds(10));
            return StreamSupport.stream(records.spliterator(), false)
                    .map(entry -> new String(entry.value(), StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
