package org.navette.query.consumption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.navette.query.facts.UnusableRecordException;
import org.springframework.kafka.support.KafkaHeaders;

/** A record that can't be projected, and why. */
record DeadLetter(ConsumerRecord<byte[], byte[]> record, UnusableRecordException cause) {

    /** The record as it was, with its headers and those that Spring Kafka gives to dead letters. */
    ProducerRecord<byte[], byte[]> letter(String group) {
        Headers headers = new RecordHeaders(record.headers());
        put(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC, record.topic());
        put(headers, KafkaHeaders.DLT_ORIGINAL_PARTITION, number(Integer.BYTES).putInt(record.partition()));
        put(headers, KafkaHeaders.DLT_ORIGINAL_OFFSET, number(Long.BYTES).putLong(record.offset()));
        put(headers, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, number(Long.BYTES).putLong(record.timestamp()));
        put(headers, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, group);
        put(headers, KafkaHeaders.DLT_EXCEPTION_FQCN, cause.getClass().getName());
        put(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE, String.valueOf(cause.getMessage()));
        return new ProducerRecord<>(
                Topology.deadLettersOf(record.topic()), record.partition(), record.key(), record.value(), headers);
    }

    private static ByteBuffer number(int bytes) {
        return ByteBuffer.allocate(bytes);
    }

    private static void put(Headers headers, String name, ByteBuffer number) {
        headers.add(name, number.array());
    }

    private static void put(Headers headers, String name, String text) {
        headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
