package org.navette.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Fact;
import org.navette.messages.MailDelivery;
import org.navette.parts.ChildProcess;
import org.navette.parts.Parts;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.parts.mail.MailServer;
import org.navette.parts.mail.MailSummary;
import org.navette.schemas.MissingTopics;
import org.navette.schemas.Replayed;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A broker and a mail server of its own for a test class, and as many notifiers as it wants. */
final class Stack implements AutoCloseable {

    private static final int PARTITIONS = 12;

    private final Path directory;
    private EmbeddedBroker broker;
    private final String registryUrl;
    private final WireFormat wireFormat;
    private final Serializer<SpecificRecord> serializer;
    private final Producer<String, byte[]> producer;
    private final List<ConfigurableApplicationContext> notifiers = new ArrayList<>();
    private final List<ChildProcess> processes = new ArrayList<>();
    private String group = "ticket-notifier";
    private MailServer mail;

    Stack(Path directory) {
        this(directory, Parts.registryUrl());
    }

    Stack(Path directory, String registryUrl) {
        this.directory = directory;
        this.registryUrl = registryUrl;
        this.wireFormat = new WireFormat(registryUrl, true);
        this.serializer = wireFormat.serializer();
        this.broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        this.mail = MailServer.start(directory.resolve("mail"), 0, 0);
        createTopics();
        registerSchemas();
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "acks",
                        "all",
                        "linger.ms",
                        5,
                        "max.in.flight.requests.per.connection",
                        1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    MailServer mail() {
        return mail;
    }

    void stopBroker() {
        broker.close();
    }

    /** On the port that it had, with the data that it had. */
    void startBroker() {
        int port = Integer.parseInt(broker.bootstrapServers().split(":")[1]);
        broker = EmbeddedBroker.start(directory.resolve("broker"), port);
    }

    void flush() {
        producer.flush();
    }

    static int readiness(ConfigurableApplicationContext notifier) throws IOException, InterruptedException {
        String port = notifier.getEnvironment().getProperty("local.server.port");
        URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }

    int stopMailServer() {
        int port = mail.smtpPort();
        mail.close();
        return port;
    }

    void startMailServer(int port) {
        mail = MailServer.start(directory.resolve("mail"), port, 0);
    }

    ConfigurableApplicationContext startNotifier(String... settings) {
        Map<String, Object> properties = settings();
        for (String setting : settings) {
            properties.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
        ConfigurableApplicationContext notifier = new SpringApplicationBuilder(NotifierApplication.class)
                .run(properties.entrySet().stream()
                        .map(p -> "--" + p.getKey() + "=" + p.getValue())
                        .toArray(String[]::new));
        notifiers.add(notifier);
        return notifier;
    }

    /** As a process of its own, that can be killed or frozen. */
    ChildProcess startNotifierProcess(Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for seconds: most of its time would go into compiling.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                NotifierApplication.class.getName()));
        settings().forEach((name, value) -> command.add("--" + name + "=" + value));
        ChildProcess process = ChildProcess.start(command, log);
        processes.add(process);
        return process;
    }

    /** For the notifiers that are started from now on. */
    void useGroup(String name) {
        group = name;
    }

    void forgetPositions(String group) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.deleteConsumerGroups(List.of(group)).all().get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "SCHEMA_REGISTRY_URL", registryUrl,
                "AUTO_REGISTER_SCHEMAS", "true",
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", mail.smtpPort(),
                "SERVER_PORT", "0",
                "SERVER_ADDRESS", "127.0.0.1",
                "navette.notifier.kafka.session-timeout", "6s",
                "navette.notifier.delivery.retry-first", "200ms",
                "navette.notifier.delivery.commit-interval", "200ms"));
        settings.put("navette.notifier.kafka.group", group);
        return settings;
    }

    void setPosition(String group, int partition, long offset) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.alterConsumerGroupOffsets(
                            group,
                            Map.of(
                                    new TopicPartition(Topics.TICKET_EVENTS.name(), partition),
                                    new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of ticket-events. */
    int partitionOf(String number) {
        return Utils.toPositive(Utils.murmur2(number.getBytes(UTF_8))) % PARTITIONS;
    }

    /** A number whose facts come in a partition as it is wanted. */
    String numberIn(IntPredicate wanted) {
        String number = FactMother.number();
        while (!wanted.test(partitionOf(number))) {
            number = FactMother.number();
        }
        return number;
    }

    void stopNotifiers() {
        List.copyOf(notifiers).forEach(this::stop);
    }

    void stop(ConfigurableApplicationContext notifier) {
        notifiers.remove(notifier);
        notifier.close();
    }

    /** Without waiting for the broker's answer. */
    void happened(SpecificRecord fact) {
        String number = ((Fact) fact.get(0)).getTicketNumber();
        raw(number, serializer.serialize(Topics.TICKET_EVENTS.name(), fact));
    }

    /** As an operator's replay of a dead letter does it. */
    void replayed(String deadLetters, SpecificRecord fact) {
        String number = ((Fact) fact.get(0)).getTicketNumber();
        var record = new ProducerRecord<>(
                Topics.TICKET_EVENTS.name(), number, serializer.serialize(Topics.TICKET_EVENTS.name(), fact));
        record.headers().add(Replayed.FROM, (deadLetters + "/0/7").getBytes(StandardCharsets.UTF_8));
        producer.send(record);
    }

    void happenedUnder(String key, SpecificRecord fact) {
        raw(key, serializer.serialize(Topics.TICKET_EVENTS.name(), fact));
    }

    void raw(@Nullable String key, byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(Topics.TICKET_EVENTS.name(), key, value));
    }

    /** Everything that a topic holds now. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        producer.flush();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    List<MailDelivery> deliveries() {
        var deserializer = wireFormat.<MailDelivery>deserializer();
        return records(Topics.MAIL_DELIVERIES.name()).stream()
                .map(record -> deserializer.deserialize(record.topic(), record.value()))
                .toList();
    }

    List<MailSummary> mailsOf(String number, int version) {
        return mail.withMessageId(number + "." + version + "@navette.example");
    }

    @Override
    public void close() {
        stopNotifiers();
        processes.forEach(ChildProcess::kill);
        producer.close();
        mail.close();
        broker.close();
    }

    /** Beforehand, because a registry that has just started may be slow to take the first. */
    private void registerSchemas() {
        String number = FactMother.number();
        await().atMost(Duration.ofSeconds(180)).ignoreExceptions().untilAsserted(() -> {
            for (SpecificRecord fact : List.of(
                    FactMother.opened(number, "a@b.example"),
                    FactMother.refused(number, "a@b.example", "object-not-found"),
                    FactMother.requested(number, 2, "a@b.example"),
                    FactMother.proposed(number, 3, "a@b.example"),
                    FactMother.closed(number, 4))) {
                serializer.serialize(Topics.TICKET_EVENTS.name(), fact);
            }
        });
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            // The notifier makes the one for its dead letters itself.
            MissingTopics.create(admin, List.of(Topics.TICKET_EVENTS, Topics.MAIL_DELIVERIES), PARTITIONS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String dlt() {
        return Topics.TICKET_EVENTS.deadLettersName("notifier");
    }
}
