package org.navette.drill.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed, from where it stopped the time before up to the end. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String bootstrapServers;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    public TopicReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Of the topics that there are. */
    public void readNew(Collection<String> topics, Consumer<ConsumerRecord<String, byte[]>> record) {
        try (var consumer = consumer()) {
            var there = consumer.listTopics(LIMIT);
            var partitions = new ArrayList<TopicPartition>();
            for (var topic : topics) {
                there.getOrDefault(topic, List.of())
                        .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            }
            partitions.forEach(partition -> positions.putIfAbsent(partition, 0L));
            read(consumer, partitions, positions, record);
        }
    }

    int partitions(String topic) {
        try (var consumer = consumer()) {
            return consumer.partitionsFor(topic, LIMIT).size();
        }
    }

    /** Passes over what they hold now. */
    void skipToEnd(Collection<String> topics) {
        try (var consumer = consumer()) {
            var there = consumer.listTopics(LIMIT);
            for (var topic : topics) {
                var partitions = there.getOrDefault(topic, List.of()).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
                positions.putAll(consumer.endOffsets(partitions, LIMIT));
            }
        }
    }

    /** The first committed record from each of these positions on; none for partitions that end there. */
    List<ConsumerRecord<String, byte[]>> firstAfter(Map<TopicPartition, Long> from) {
        var first = new HashMap<TopicPartition, ConsumerRecord<String, byte[]>>();
        try (var consumer = consumer()) {
            read(
                    consumer,
                    from.keySet(),
                    new HashMap<>(from),
                    record -> first.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record));
        }
        return List.copyOf(first.values());
    }

    /** How many committed records stand between these positions and the end; marks of transactions don't count. */
    long recordsAfter(Map<TopicPartition, Long> from) {
        var count = new long[1];
        try (var consumer = consumer()) {
            read(consumer, from.keySet(), new HashMap<>(from), record -> count[0]++);
        }
        return count[0];
    }

    private static void read(
            KafkaConsumer<String, byte[]> consumer,
            Collection<TopicPartition> partitions,
            Map<TopicPartition, Long> positions,
            Consumer<ConsumerRecord<String, byte[]>> record) {
        var ends = consumer.endOffsets(partitions, LIMIT);
        var behind = partitions.stream()
                .filter(partition -> positions.get(partition) < ends.get(partition))
                .toList();
        consumer.assign(behind);
        behind.forEach(partition -> consumer.seek(partition, positions.get(partition)));
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (behind.stream().anyMatch(partition -> positions.get(partition) < ends.get(partition))) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("nothing comes of what the topics still hold");
            }
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + LIMIT.toNanos();
            }
            records.forEach(record);
            behind.forEach(partition -> positions.put(partition, consumer.position(partition, LIMIT)));
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        // Positions are kept here; what a full disk cut off must not be passed over in silence.
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
