package org.navette.bench.measure;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic as any consumer would, committed records only, and looks at nothing but the keys. */
final class RecordCounter implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Consumer<String> keys;
    private final AtomicLong count = new AtomicLong();
    private final Thread thread = new Thread(this::read, "record-counter");
    private volatile boolean stopped;

    private RecordCounter(KafkaConsumer<String, byte[]> consumer, Consumer<String> keys) {
        this.consumer = consumer;
        this.keys = keys;
    }

    /** From the present end of the topic. */
    static RecordCounter ofNew(String bootstrapServers, String topic) {
        var consumer = assigned(bootstrapServers, topic);
        consumer.seekToEnd(consumer.assignment());
        // The end is looked up only when it is asked for.
        consumer.assignment().forEach(consumer::position);
        return started(consumer, key -> {});
    }

    /**
     * From the beginning of the topic.
     *
     * @param keys gets each record's key at once, in the counter's own thread
     */
    static RecordCounter of(String bootstrapServers, String topic, Consumer<String> keys) {
        var consumer = assigned(bootstrapServers, topic);
        consumer.seekToBeginning(consumer.assignment());
        return started(consumer, keys);
    }

    private static RecordCounter started(KafkaConsumer<String, byte[]> consumer, Consumer<String> keys) {
        var counter = new RecordCounter(consumer, keys);
        counter.thread.start();
        return counter;
    }

    private static KafkaConsumer<String, byte[]> assigned(String bootstrapServers, String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        return consumer;
    }

    private void read() {
        while (!stopped) {
            var records = consumer.poll(POLL);
            records.forEach(record -> keys.accept(record.key()));
            count.addAndGet(records.count());
        }
    }

    long count() {
        return count.get();
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
