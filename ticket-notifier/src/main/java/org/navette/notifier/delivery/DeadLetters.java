package org.navette.notifier.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.navette.schemas.DeadLetterSize;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/**
 * Facts that could not be told, byte for byte where that fits, with where they stood and why. The names and forms of the headers are
 * Spring Kafka's, so that one tool reads the dead letters of all services.
 */
final class DeadLetters {

    static final Topic TOPIC = Topics.TICKET_EVENTS.deadLetters("notifier", KafkaClients.LARGEST_REQUEST);

    private final Outbox outbox;
    private final String group;

    DeadLetters(Outbox outbox, String group) {
        this.outbox = outbox;
        this.group = group;
    }

    /**
     * @param cause type of the failure
     * @param message what went wrong, without personal data
     */
    void write(FactTask task, String cause, String message) throws InterruptedException {
        ConsumerRecord<byte[], byte[]> fact = task.record();
        Headers headers = new RecordHeaders(fact.headers().toArray());
        put(headers, "kafka_dlt-original-topic", bytes(fact.topic()));
        put(headers, "kafka_dlt-original-partition", integer(fact.partition()));
        put(headers, "kafka_dlt-original-offset", number(fact.offset()));
        put(headers, "kafka_dlt-original-timestamp", number(fact.timestamp()));
        put(headers, "kafka_dlt-original-timestamp-type", bytes(fact.timestampType().name));
        put(headers, "kafka_dlt-original-consumer-group", bytes(group));
        put(headers, "kafka_dlt-exception-fqcn", bytes(cause));
        put(headers, "kafka_dlt-exception-message", bytes(message));
        var letter = new ProducerRecord<>(TOPIC.name(), fact.partition(), fact.key(), fact.value(), headers);
        outbox.write(
                DeadLetterSize.fitting(letter, KafkaClients.LARGEST_REQUEST),
                // What can't succeed must not hold a postman: the fact comes again by itself.
                failure -> failure instanceof RetriableException
                        && !task.assignment().isRevoked());
    }

    private static void put(Headers headers, String name, byte[] value) {
        headers.remove(name);
        headers.add(name, value);
    }

    private static byte[] integer(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
