package org.navette.router.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.navette.router.TicketMother.aSubmissionAbout;
import static org.navette.router.TicketMother.aSubmissionTo;
import static org.navette.router.TicketMother.aTechnicalSubmission;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.TicketForwarded;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketRefused;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.TicketVerdict;
import org.navette.parts.Parts;
import org.navette.parts.broker.StreamsProgress;
import org.navette.router.DirectoryMother;
import org.navette.router.TicketMother;
import org.navette.schemas.Topics;

/** On a real broker and a real registry. */
class RoutingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Pipeline pipeline;
    private static RouterInstance router;

    @BeforeAll
    static void start(@TempDir Path state) throws Exception {
        pipeline = new Pipeline(Parts.bootstrapServers(), Parts.registryUrl());
        router = new RouterInstance(Parts.bootstrapServers(), Parts.registryUrl(), "routing-it", state);
        await().atMost(Duration.ofSeconds(120)).until(router::isReady);
        // The first object costs the first use of its topics, schemas and stores, which has no room in a second.
        pipeline.load(DirectoryMother.invoice("IT-0"));
        pipeline.flush();
        try (StreamsProgress progress = new StreamsProgress(Parts.bootstrapServers(), "routing-it")) {
            progress.awaitRead(List.of(Topics.BUSINESS_OBJECTS.name()), PATIENCE);
        }
    }

    @AfterAll
    static void stop() {
        router.close();
        pipeline.close();
    }

    @Test
    void aTechnicalTicketReachesItsQueueAndItsHistory() {
        TicketSubmitted submission = aTechnicalSubmission();
        String number = submission.getTicket().getNumber();
        pipeline.submit(submission);

        // A transaction's end reaches its partitions at different moments.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pipeline.read(Topics.TICKET_EVENTS, number))
                .hasSize(1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pipeline.read(Topics.TICKETS_TECHNICAL_SUPPORT, number))
                .singleElement()
                .satisfies(value ->
                        assertThat(((TicketForwarded) value).getTicket()).isEqualTo(submission.getTicket())));
    }

    @Test
    void anObjectLoadedASecondBeforeItsTicketIsSeen() {
        pipeline.load(DirectoryMother.invoice("IT-1"));
        pipeline.flush();
        TicketSubmitted submission = aSubmissionAbout("invoice", "IT-1");
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        pipeline.submit(submission);

        assertOpened(submission);
    }

    @Test
    void anOrganisationLoadedASecondBeforeItsTicketIsSeen() {
        pipeline.load(DirectoryMother.town());
        pipeline.flush();
        TicketSubmitted submission = aSubmissionTo(TicketMother.TOWN, "COMPTA");
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        pipeline.submit(submission);

        assertOpened(submission);
    }

    @Test
    void theVerdictGoesToThePartitionThatTheWaitingInstanceReads() {
        TicketSubmitted submission = aSubmissionAbout("invoice", "IT-404");
        submission.setVerdictPartition(9);
        pipeline.submit(submission);
        String number = submission.getTicket().getNumber();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(verdicts(number)).hasSize(1));
        assertThat(verdicts(number).get(0).partition()).isEqualTo(9);
        assertThat(((TicketVerdict) verdicts(number).get(0).value()).getCode()).isEqualTo("object-not-found");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pipeline.read(Topics.TICKET_EVENTS, number))
                .singleElement()
                .isInstanceOf(TicketRefused.class));
    }

    private static void assertOpened(TicketSubmitted submission) {
        String number = submission.getTicket().getNumber();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pipeline.read(Topics.TICKET_EVENTS, number))
                .singleElement()
                .isInstanceOf(TicketOpened.class));
    }

    private static List<? extends ConsumerRecord<String, ?>> verdicts(String number) {
        return pipeline.read(Topics.TICKET_VERDICTS).stream()
                .filter(record -> record.key().equals(number))
                .toList();
    }
}
