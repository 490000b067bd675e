package org.navette.query;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Fact;
import org.navette.messages.MailDelivery;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;

/** The broker as the router and the notifier see it: they write, this reads back. */
public final class Log implements AutoCloseable {

    private final String bootstrapServers;
    private final String registryUrl;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Serializer<SpecificRecord> serializer;

    public Log(String bootstrapServers, String registryUrl) {
        this.bootstrapServers = bootstrapServers;
        this.registryUrl = registryUrl;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.serializer = new WireFormat(registryUrl, true).serializer();
    }

    public void tell(SpecificRecord... messages) {
        tell(List.of(messages));
    }

    /** Returns when the broker has them. */
    public void tell(Collection<? extends SpecificRecord> messages) {
        List<Future<?>> sent = new ArrayList<>();
        messages.forEach(message -> sent.add(send(message)));
        producer.flush();
        sent.forEach(Log::await);
    }

    private Future<?> send(SpecificRecord message) {
        boolean mail = message instanceof MailDelivery;
        String topic = (mail ? Topics.MAIL_DELIVERIES : Topics.TICKET_EVENTS).name();
        String number = mail ? ((MailDelivery) message).getTicketNumber() : ((Fact) message.get(0)).getTicketNumber();
        return producer.send(new ProducerRecord<>(topic, bytes(number), serializer.serialize(topic, message)));
    }

    /** Anything, good or bad. */
    public void tellRaw(String topic, int partition, @Nullable String key, byte @Nullable [] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, partition, key == null ? null : bytes(key), value);
        record.headers().add("trace", bytes("t-1"));
        await(producer.send(record));
    }

    public byte[] encode(SpecificRecord message) {
        return serializer.serialize(Topics.TICKET_EVENTS.name(), message);
    }

    /** In the wire format, under a schema that is no record's. */
    public byte[] encodeText(String text) {
        try (KafkaAvroSerializer any = new KafkaAvroSerializer()) {
            // A subject by the record's name can only be a record's.
            any.configure(Map.of("schema.registry.url", registryUrl, "auto.register.schemas", true), false);
            return any.serialize("no-record", text);
        }
    }

    /** Everything that a topic holds now. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long wanted = consumer.endOffsets(partitions).values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    - consumer.beginningOffsets(partitions).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            AtomicInteger polls = new AtomicInteger();
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (records.size() < wanted && polls.incrementAndGet() < 100) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }
}
