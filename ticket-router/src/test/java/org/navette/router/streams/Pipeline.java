package org.navette.router.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.navette.messages.BusinessObject;
import org.navette.messages.Organisation;
import org.navette.messages.TicketAction;
import org.navette.messages.TicketSubmitted;
import org.navette.schemas.Keys;
import org.navette.schemas.MissingTopics;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;

/** What lies before and behind the router, on a real broker. */
final class Pipeline implements AutoCloseable {

    static final int PARTITIONS = 12;

    private final Map<String, Object> connection;
    private final WireFormat wire;
    private final KafkaProducer<String, byte[]> producer;
    private final Serializer<SpecificRecord> serializer;

    Pipeline(String bootstrapServers, String registryUrl) {
        connection = Map.of("bootstrap.servers", bootstrapServers);
        wire = new WireFormat(registryUrl, true);
        serializer = wire.serializer();
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** For a test that writes before the router has created them. */
    void createTopics() {
        try (Admin admin = Admin.create(connection)) {
            MissingTopics.create(admin, RouterTopics.ALL, PARTITIONS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
        sendBytes(topic, key, bytes(topic, value));
    }

    byte[] bytes(Topic topic, SpecificRecord value) {
        return serializer.serialize(topic.name(), value);
    }

    void sendBytes(Topic topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic.name(), key, value));
    }

    /** As large as nobody could send it without compression. */
    void sendCompressed(Topic topic, String key, byte[] value) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * (key.length() + value.length));
        try (var compressing = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            compressing.send(new ProducerRecord<>(topic.name(), key, value));
        }
    }

    void flush() {
        producer.flush();
    }

    /** All committed records of a topic. */
    List<ConsumerRecord<String, SpecificRecord>> read(Topic topic) {
        try (var consumer =
                new KafkaConsumer<>(reading(), new StringDeserializer(), wire.<SpecificRecord>deserializer())) {
            return drain(consumer, topic);
        }
    }

    List<SpecificRecord> read(Topic topic, String key) {
        return read(topic).stream()
                .filter(record -> key.equals(record.key()))
                .map(ConsumerRecord::value)
                .toList();
    }

    List<ConsumerRecord<byte[], byte[]>> readBytes(Topic topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        try (var consumer = new KafkaConsumer<>(reading(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return drain(consumer, topic).stream().filter(wanted).toList();
        }
    }

    private Map<String, Object> reading() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }

    private static <K, V> List<ConsumerRecord<K, V>> drain(KafkaConsumer<K, V> consumer, Topic topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<K, V>> read = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(read::add);
        }
        return read;
    }

    @Override
    public void close() {
        producer.close();
    }
}
