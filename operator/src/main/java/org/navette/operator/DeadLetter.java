package org.navette.operator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.navette.schemas.DeadLetterSize;
import org.navette.schemas.Replayed;

/**
 * A record that a service could not read or handle. Kafka Streams and Spring Kafka each have their own headers for where
 * it came from and why it is here; both are understood.
 */
record DeadLetter(ConsumerRecord<String, byte[]> record) {

    private static final List<String> SOURCE_TOPIC = List.of("kafka_dlt-original-topic", "__streams.errors.topic");
    private static final List<String> SOURCE_PARTITION =
            List.of("kafka_dlt-original-partition", "__streams.errors.partition");
    private static final List<String> SOURCE_OFFSET = List.of("kafka_dlt-original-offset", "__streams.errors.offset");
    private static final List<String> CAUSE =
            List.of("kafka_dlt-exception-cause-fqcn", "kafka_dlt-exception-fqcn", "__streams.errors.exception");
    private static final List<String> MESSAGE = List.of("kafka_dlt-exception-message", "__streams.errors.message");
    private static final List<String> PREFIXES = List.of("kafka_dlt-", "__streams.errors.");

    static boolean isTopicOfThem(String topic) {
        return topic.endsWith("-dlt");
    }

    /** How an operator names it. */
    String place() {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    Optional<String> sourceTopic() {
        return first(SOURCE_TOPIC);
    }

    /** Where the record stands that it was made of, as far as the service told. */
    Optional<TopicPartition> sourcePartition() {
        return sourceTopic().flatMap(topic -> first(SOURCE_PARTITION)
                .map(partition -> new TopicPartition(topic, Integer.parseInt(partition))));
    }

    Optional<Long> sourceOffset() {
        return first(SOURCE_OFFSET).map(Long::parseLong);
    }

    /** Which record is dead for whom; there may be several letters about it, since a batch that is done again repeats them. */
    Optional<String> source() {
        return sourcePartition()
                .flatMap(partition -> sourceOffset().map(offset -> record.topic() + " " + partition + " " + offset));
    }

    String cause() {
        return first(CAUSE).orElse("unknown cause")
                + first(MESSAGE).map(message -> ": " + message).orElse("");
    }

    /**
     * The record as it was, for the topic that it came from; the headers of its death go, what it was replayed from is said.
     *
     * @throws IllegalArgumentException where it doesn't say which topic it came from, or has no value because that was too
     *     large for it
     */
    ProducerRecord<String, byte[]> replay() {
        if (record.value() == null && record.headers().lastHeader(DeadLetterSize.VALUE_LEFT_OUT) != null) {
            throw new IllegalArgumentException(
                    place() + " has no value: it was too large, and stands only in the topic that it came from");
        }
        String topic = sourceTopic()
                .orElseThrow(() -> new IllegalArgumentException(place() + " doesn't say which topic it came from"));
        Headers headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (PREFIXES.stream().noneMatch(header.key()::startsWith)
                    && !header.key().equals(Replayed.FROM)) {
                headers.add(header);
            }
        }
        headers.add(Replayed.FROM, place().getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(topic, null, record.key(), record.value(), headers);
    }

    /** A header as text: Spring writes numbers in binary. */
    static String text(Header header) {
        byte[] value = header.value();
        if (value == null) {
            return "null";
        }
        boolean binary = header.key().endsWith("-partition")
                || header.key().endsWith("-offset")
                || header.key().endsWith("-timestamp");
        if (binary && value.length == Integer.BYTES) {
            return String.valueOf(ByteBuffer.wrap(value).getInt());
        }
        if (binary && value.length == Long.BYTES) {
            return String.valueOf(ByteBuffer.wrap(value).getLong());
        }
        return new String(value, StandardCharsets.UTF_8);
    }

    /** Of several headers of a name the last is the service's own: whoever wrote the record could put there others. */
    private Optional<String> first(List<String> names) {
        return names.stream()
                .map(name -> record.headers().lastHeader(name))
                .filter(Objects::nonNull)
                .map(DeadLetter::text)
                .findFirst();
    }
}
