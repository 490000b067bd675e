package org.navette.router.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.navette.messages.BusinessObject;
import org.navette.messages.Destination;
import org.navette.messages.Organisation;
import org.navette.messages.TicketAction;
import org.navette.messages.TicketForwarded;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.TicketVerdict;
import org.navette.router.streams.UndecodableRecords;
import org.navette.router.streams.UnworkableRecords;
import org.navette.schemas.Keys;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;

/** The topology without a broker. */
final class RouterDriver implements AutoCloseable {

    static final String DEAD_LETTERS = "dead-letters";
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final OwnerSettings SETTINGS = new OwnerSettings(Duration.ofSeconds(10), Duration.ofDays(90));

    final List<String> counted = new ArrayList<>();
    final TopologyTestDriver driver;
    private final WireFormat wire;
    private final WireFormat topologysWire;
    private final RouterMeters meters;

    RouterDriver() {
        this("mock://" + UUID.randomUUID(), true);
    }

    RouterDriver(RouterMeters meters) {
        this("mock://" + UUID.randomUUID(), true, meters);
    }

    /** @param registering whether the topology registers schemas that are missing; what is sent here always is */
    RouterDriver(String registryUrl, boolean registering) {
        this(registryUrl, registering, null);
    }

    private RouterDriver(String registryUrl, boolean registering, @Nullable RouterMeters meters) {
        this.meters = meters == null ? new CountingMeters() : meters;
        wire = new WireFormat(registryUrl, true);
        topologysWire = new WireFormat(registryUrl, registering);
        driver = new TopologyTestDriver(topology(), properties(), NOW);
    }

    Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        new RouterTopology(new RouterSerdes(topologysWire), 12, SETTINGS, meters).build(builder);
        return builder.build(properties());
    }

    void submit(TicketSubmitted submission) {
        send(Topics.TICKETS_SUBMITTED, submission.getTicket().getNumber(), submission);
    }

    void ask(TicketAction action) {
        send(Topics.TICKET_ACTIONS, action.getTicketNumber(), action);
    }

    void load(BusinessObject object) {
        send(Topics.BUSINESS_OBJECTS, object.getId(), object);
    }

    void load(Organisation organisation) {
        send(Topics.ORGANISATIONS, Keys.of(organisation.getId()), organisation);
    }

    void send(Topic topic, String key, SpecificRecord value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), wire.serializer())
                .pipeInput(key, value);
    }

    void sendWithHeader(TicketSubmitted submission, byte[] header) {
        driver.createInputTopic(
                        Topics.TICKETS_SUBMITTED.name(), new StringSerializer(), wire.<TicketSubmitted>serializer())
                .pipeInput(new TestRecord<>(
                        submission.getTicket().getNumber(), submission, new RecordHeaders().add("header", header)));
    }

    void sendBytes(Topic topic, String key, byte[] value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    List<SpecificRecord> facts() {
        return values(Topics.TICKET_EVENTS);
    }

    /** The only fact that was not read yet. */
    <F extends SpecificRecord> F fact(Class<F> type) {
        List<SpecificRecord> facts = facts();
        if (facts.size() != 1 || !type.isInstance(facts.get(0))) {
            throw new AssertionError("Expected one " + type.getSimpleName() + " but got " + facts);
        }
        return type.cast(facts.get(0));
    }

    List<TestRecord<String, TicketForwarded>> queue(Destination destination) {
        return records(
                destination == Destination.TECHNICAL_SUPPORT
                        ? Topics.TICKETS_TECHNICAL_SUPPORT
                        : Topics.TICKETS_BUSINESS_SERVICE);
    }

    List<TicketVerdict> verdicts() {
        return values(Topics.TICKET_VERDICTS);
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters(driver);
    }

    static List<TestRecord<byte[], byte[]>> deadLetters(TopologyTestDriver driver) {
        return driver.createOutputTopic(DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private <V extends SpecificRecord> List<V> values(Topic topic) {
        return this.<V>records(topic).stream().map(TestRecord::value).toList();
    }

    private <V extends SpecificRecord> List<TestRecord<String, V>> records(Topic topic) {
        Deserializer<V> deserializer = wire.deserializer();
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), deserializer)
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }

    static Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "router-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, DEAD_LETTERS);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UndecodableRecords.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnworkableRecords.class);
        try {
            properties.put(
                    StreamsConfig.STATE_DIR_CONFIG,
                    Files.createTempDirectory(Path.of("target"), "state").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private final class CountingMeters implements RouterMeters {
        @Override
        public void routed(Destination destination) {
            counted.add("routed " + destination);
        }

        @Override
        public void refused(String code) {
            counted.add("refused " + code);
        }

        @Override
        public void rejected(String code) {
            counted.add("rejected " + code);
        }
    }
}
