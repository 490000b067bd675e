package org.navette.router.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.navette.router.TicketMother.aNumber;
import static org.navette.router.TicketMother.aTechnicalSubmission;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.ActionRejected;
import org.navette.messages.ActionType;
import org.navette.messages.TicketAction;
import org.navette.messages.TicketSubmitted;
import org.navette.parts.FreePort;
import org.navette.parts.Parts;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.parts.registry.SchemaRegistry;
import org.navette.router.ActionMother;
import org.navette.schemas.Topics;

/** The broker or the registry is away, and comes back. */
class PartsAwayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void aRouterThatIsStartedBeforeTheBrokerWorksAsSoonAsItIsThere(@TempDir Path directory) throws Exception {
        int port = FreePort.find();
        String bootstrapServers = "127.0.0.1:" + port;
        // It is stopped when the broker is away: there is nothing to wait for then.
        try (RouterInstance router = new RouterInstance(
                bootstrapServers,
                Parts.registryUrl(),
                "broker-away-it",
                directory.resolve("s"),
                "navette.router.close-timeout=1s")) {
            assertThat(router.isReady()).isFalse();
            try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), port);
                    Pipeline pipeline = new Pipeline(broker.bootstrapServers(), Parts.registryUrl())) {
                patiently().until(router::isReady);
                assertRouted(pipeline);
            }
            patiently().atMost(Duration.ofSeconds(10)).until(() -> !router.isReady());
            try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), port);
                    Pipeline pipeline = new Pipeline(broker.bootstrapServers(), Parts.registryUrl())) {
                patiently().until(router::isReady);
                assertRouted(pipeline);
            }
        }
    }

    @Test
    void aGoodRecordIsNoDeadLetterBecauseTheRegistryIsAway(@TempDir Path directory) throws IOException {
        Path home = Path.of(System.getProperty("navette.registry.home"));
        int port = FreePort.find();
        TicketAction action = ActionMother.bySupport(ActionType.TAKE, aNumber());
        // A broker of its own: the records on the shared one bear the ids of another registry.
        try (SchemaRegistry registry = SchemaRegistry.start(home, directory.resolve("registry"), port);
                EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), FreePort.find());
                Pipeline pipeline = new Pipeline(broker.bootstrapServers(), registry.url());
                RouterInstance router = new RouterInstance(
                        broker.bootstrapServers(), registry.url(), "registry-away-it", directory.resolve("state"))) {
            patiently().until(router::isReady);
            int lettersBefore = letters(pipeline);
            byte[] good = pipeline.bytes(Topics.TICKET_ACTIONS, action);
            registry.kill();

            pipeline.sendBytes(Topics.TICKET_ACTIONS, action.getTicketNumber(), good);
            pipeline.flush();
            patiently().until(() -> !router.isReady());

            try (SchemaRegistry back = SchemaRegistry.start(home, directory.resolve("registry"), port)) {
                patiently()
                        .untilAsserted(() -> assertThat(pipeline.read(Topics.TICKET_EVENTS, action.getTicketNumber()))
                                .singleElement()
                                .isInstanceOf(ActionRejected.class));
                assertThat(letters(pipeline)).isEqualTo(lettersBefore);
                assertThat(back.url()).isEqualTo(registry.url());
            }
        }
    }

    @Test
    void aRouterThatLacksAThreadForGoodSaysSo(@TempDir Path state) {
        try (RouterInstance router =
                new RouterInstance(Parts.bootstrapServers(), Parts.registryUrl(), "lost-thread-it", state)) {
            patiently().until(router::isReady);
            assertThat(router.isAlive()).isTrue();
            KafkaStreams streams = router.streams().streams().orElseThrow();

            streams.removeStreamThread();
            patiently().until(() -> !router.isReady() && !router.isAlive());

            streams.addStreamThread();
            patiently().until(() -> router.isReady() && router.isAlive());
        }
    }

    /** Threads of the router that fail belong to what is tested; by default the waiting fails over each. */
    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
    }

    private static int letters(Pipeline pipeline) {
        return pipeline.readBytes(RouterTopics.DEAD_LETTERS, letter -> true).size();
    }

    private static void assertRouted(Pipeline pipeline) {
        TicketSubmitted submission = aTechnicalSubmission();
        pipeline.submit(submission);
        patiently().untilAsserted(() -> assertThat(pipeline.read(
                        Topics.TICKETS_TECHNICAL_SUPPORT, submission.getTicket().getNumber()))
                .hasSize(1));
    }
}
