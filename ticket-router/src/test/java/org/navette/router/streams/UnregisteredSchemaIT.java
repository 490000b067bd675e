package org.navette.router.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.navette.router.TicketMother.aSubmissionAbout;
import static org.navette.router.TicketMother.aTechnicalSubmission;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.Schema;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.Actor;
import org.navette.messages.Fact;
import org.navette.messages.Role;
import org.navette.messages.Status;
import org.navette.messages.Ticket;
import org.navette.messages.TicketRefused;
import org.navette.messages.TicketSubmitted;
import org.navette.parts.FreePort;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.parts.registry.SchemaRegistry;
import org.navette.schemas.Topics;

/** In production an operator registers the schemas, and may have forgotten one. */
class UnregisteredSchemaIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    @Test
    void aTicketWaitsUntilTheSchemaOfItsOutcomeIsRegistered() throws Exception {
        Path home = Path.of(System.getProperty("navette.registry.home"));
        try (SchemaRegistry registry = SchemaRegistry.start(home, directory.resolve("registry"), FreePort.find());
                EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), FreePort.find());
                Pipeline pipeline = new Pipeline(broker.bootstrapServers(), registry.url())) {
            registerAllButTheRefusal(broker, registry, pipeline);
            TicketSubmitted refused = aSubmissionAbout("invoice", "");
            String number = refused.getTicket().getNumber();

            try (RouterInstance router = router(broker, registry, "AUTO_REGISTER_SCHEMAS=false")) {
                patiently().until(router::isReady);
                pipeline.submit(refused);
                patiently().until(() -> !router.isReady());
                assertThat(pipeline.read(Topics.TICKET_EVENTS, number)).isEmpty();

                register(pipeline, refused);
                patiently().untilAsserted(() -> assertThat(pipeline.read(Topics.TICKET_EVENTS, number))
                        .singleElement()
                        .isInstanceOf(TicketRefused.class));
                assertThat(pipeline.readBytes(RouterTopics.DEAD_LETTERS, letter -> true))
                        .isEmpty();
            }
        }
    }

    /** Threads of the router that fail belong to what is tested; by default the waiting fails over each. */
    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
    }

    private void registerAllButTheRefusal(EmbeddedBroker broker, SchemaRegistry registry, Pipeline pipeline)
            throws Exception {
        TicketSubmitted opened = aTechnicalSubmission();
        try (RouterInstance registering = router(broker, registry)) {
            patiently().until(registering::isReady);
            pipeline.submit(opened);
            patiently().until(() -> !pipeline.read(
                            Topics.TICKET_EVENTS, opened.getTicket().getNumber())
                    .isEmpty());
        }
        try (var client = new CachedSchemaRegistryClient(registry.url(), 1)) {
            client.register(TicketRefused.class.getName(), new AvroSchema(withoutItsLastField()));
        }
    }

    private static void register(Pipeline pipeline, TicketSubmitted refused) {
        Ticket ticket = refused.getTicket();
        Fact fact = new Fact(ticket.getNumber(), 1, Instant.now(), Status.REFUSED, new Actor(Role.SYSTEM, null, null));
        pipeline.bytes(Topics.TICKET_EVENTS, new TicketRefused(fact, ticket, "code", "field", false));
    }

    /** As an older version would be: the subject is there, and lacks this version. */
    private static Schema withoutItsLastField() {
        Schema now = TicketRefused.getClassSchema();
        var fields = now.getFields().stream()
                .limit(now.getFields().size() - 1L)
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(now.getName(), now.getDoc(), now.getNamespace(), false, fields);
    }

    private RouterInstance router(EmbeddedBroker broker, SchemaRegistry registry, String... others) {
        return new RouterInstance(
                broker.bootstrapServers(), registry.url(), "unregistered-it", directory.resolve("state"), others);
    }
}
