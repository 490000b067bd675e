package org.navette.router.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.navette.router.TicketMother.aSubmissionAbout;
import static org.navette.router.TicketMother.aTechnicalSubmission;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.TicketForwarded;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketSubmitted;
import org.navette.parts.ChildProcess;
import org.navette.parts.Parts;
import org.navette.router.DirectoryMother;
import org.navette.router.RouterApplication;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/** One router is killed while it works, comes back, and gets a second one beside it. */
class ExactlyOnceIT {

    private static final String APPLICATION = "exactly-once-it";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Each look reads whole topics, and takes from the routers what it needs for that. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final int BATCH = 3_000;

    private final Pipeline pipeline = new Pipeline(Parts.bootstrapServers(), Parts.registryUrl());
    private final List<String> numbers = new ArrayList<>();

    @Test
    void nothingIsLostOrDoubledByAKillAndASecondInstance(@TempDir Path directory) {
        pipeline.createTopics();
        pipeline.load(DirectoryMother.invoice("ONCE-1"));

        ChildProcess killed = start(directory.resolve("killed"), directory.resolve("killed.log"));
        awaitThatTheInvoiceIsKnown();
        submitABatch();
        await().atMost(PATIENCE).pollInterval(LOOK).until(() -> forwarded().size() > BATCH / 10);
        submitABatch();
        killed.kill();
        submitABatch();

        try (ChildProcess again = start(directory.resolve("killed"), directory.resolve("again.log"));
                RouterInstance second = instance(directory.resolve("second"))) {
            await().atMost(PATIENCE).pollInterval(LOOK).until(() -> forwarded().size() >= numbers.size());
            await().atMost(PATIENCE).until(() -> sharesPartitions(second));
            submitABatch();
            await().atMost(PATIENCE).pollInterval(LOOK).until(() -> forwarded().size() >= numbers.size());
            assertThat(again.isAlive()).isTrue();
        }

        assertThat(sorted(forwarded())).isEqualTo(sorted(numbers));
        assertThat(sorted(numbersIn(Topics.TICKET_EVENTS, value -> value instanceof TicketOpened)))
                .isEqualTo(sorted(numbers));
    }

    /** Where the order doesn't matter AssertJ compares each with each, which takes a minute. */
    private static List<String> sorted(List<String> some) {
        return some.stream().sorted().toList();
    }

    /** A ticket is judged by what the tables hold at that moment, and a router that has just begun knows no invoice yet. */
    private void awaitThatTheInvoiceIsKnown() {
        List<String> probes = new ArrayList<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            TicketSubmitted probe = aSubmissionAbout("invoice", "ONCE-1");
            probes.add(probe.getTicket().getNumber());
            pipeline.submit(probe);
            return pipeline.read(Topics.TICKET_EVENTS).stream()
                    .anyMatch(record -> record.value() instanceof TicketOpened && probes.contains(record.key()));
        });
    }

    /** Half of them technical, half about an object, and every tenth sent twice. */
    private void submitABatch() {
        for (int i = 0; i < BATCH; i++) {
            TicketSubmitted submission = i % 2 == 0 ? aTechnicalSubmission() : aSubmissionAbout("invoice", "ONCE-1");
            numbers.add(submission.getTicket().getNumber());
            pipeline.submit(submission);
            if (i % 10 == 0) {
                pipeline.submit(submission);
            }
        }
        pipeline.flush();
    }

    private List<String> forwarded() {
        return Stream.of(Topics.TICKETS_TECHNICAL_SUPPORT, Topics.TICKETS_BUSINESS_SERVICE)
                .flatMap(topic -> numbersIn(topic, value -> true).stream())
                .toList();
    }

    /** Other tests write to the same topics. */
    private List<String> numbersIn(Topic topic, Predicate<Object> wanted) {
        var ours = new HashSet<>(numbers);
        return pipeline.read(topic).stream()
                .filter(record -> wanted.test(record.value()))
                .map(record -> record.value() instanceof TicketForwarded forwarded
                        ? forwarded.getTicket().getNumber()
                        : record.key())
                .filter(ours::contains)
                .toList();
    }

    private static boolean sharesPartitions(RouterInstance router) {
        long tasks = router.streams().streams().stream()
                .map(KafkaStreams::metadataForLocalThreads)
                .flatMap(threads -> threads.stream())
                .map(ThreadMetadata::activeTasks)
                .mapToLong(active -> active.size())
                .sum();
        return router.isReady() && tasks > 0 && tasks < allTasks();
    }

    /** Two sub-topologies of twelve tasks at least, whatever their number is. */
    private static long allTasks() {
        return 3L * Pipeline.PARTITIONS;
    }

    private static RouterInstance instance(Path state) {
        return new RouterInstance(Parts.bootstrapServers(), Parts.registryUrl(), APPLICATION, state);
    }

    private static ChildProcess start(Path state, Path log) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // It lives for seconds: most of its time would go into compiling.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RouterApplication.class.getName(),
                "--server.port=0",
                "--server.address=127.0.0.1"));
        command.addAll(RouterInstance.arguments(Parts.bootstrapServers(), Parts.registryUrl(), APPLICATION, state));
        return ChildProcess.start(command, log);
    }
}
