package org.navette.operator;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Topics as they are now: from their beginning to the end that they have at the start of the reading. */
final class Log {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Consumer<String, byte[]> consumer;

    Log(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** @throws IllegalArgumentException where there is no such topic */
    List<TopicPartition> partitions(String topic) {
        if (!consumer.listTopics().containsKey(topic)) {
            throw new IllegalArgumentException("there is no topic " + topic);
        }
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    List<String> topics(Predicate<String> wanted) {
        return consumer.listTopics().keySet().stream().filter(wanted).sorted().toList();
    }

    Optional<ConsumerRecord<String, byte[]>> at(TopicPartition partition, long offset) {
        partitions(partition.topic());
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        return consumer.poll(Pipeline.TIMEOUT).records(partition).stream()
                .filter(record -> record.offset() == offset)
                .findFirst();
    }

    /**
     * @param reader takes each record; false ends the reading
     * @throws IllegalStateException where the broker falls silent before the end
     */
    void read(List<TopicPartition> partitions, Predicate<ConsumerRecord<String, byte[]>> reader) {
        read(consumer.beginningOffsets(partitions), reader);
    }

    /** The last record under a key of a partition, from an offset on. */
    Optional<ConsumerRecord<String, byte[]>> lastUnder(String key, TopicPartition partition, long from) {
        AtomicReference<ConsumerRecord<String, byte[]>> last = new AtomicReference<>();
        read(Map.of(partition, from), record -> {
            if (key.equals(record.key())) {
                last.set(record);
            }
            return true;
        });
        return Optional.ofNullable(last.get());
    }

    private void read(Map<TopicPartition, Long> begins, Predicate<ConsumerRecord<String, byte[]>> reader) {
        Map<TopicPartition, Long> left = consumer.endOffsets(begins.keySet()).entrySet().stream()
                .filter(end -> end.getValue() > begins.get(end.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        consumer.assign(left.keySet());
        left.keySet().forEach(partition -> consumer.seek(partition, begins.get(partition)));
        long heardNanos = System.nanoTime();
        while (!left.isEmpty()) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                if (!reader.test(record)) {
                    return;
                }
            }
            if (!records.isEmpty()) {
                heardNanos = System.nanoTime();
            } else if (System.nanoTime() - heardNanos > LONGEST_SILENCE.toNanos()) {
                throw new IllegalStateException("the broker gives nothing more of " + left.keySet());
            }
            // The position also passes the markers of transactions, which are no records.
            left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }
}
