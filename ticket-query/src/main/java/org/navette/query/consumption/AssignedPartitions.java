package org.navette.query.consumption;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** The partitions of a consumer: each is where the database says, or waits, paused, to be put there. */
final class AssignedPartitions {

    private static final Duration POSITION_LIMIT = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;

    private final Set<TopicPartition> waiting = new HashSet<>();

    /** The others, with the position that the database has. */
    private final Map<TopicPartition, Long> placed = new HashMap<>();

    /** What the group's offsets were last set to. */
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    AssignedPartitions(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** New ones, which wait. */
    void add(Collection<TopicPartition> partitions) {
        // Any offset, so that the consumer doesn't look for one itself; it is paused until the right one is known.
        partitions.forEach(partition -> consumer.seek(partition, 0));
        await(partitions);
    }

    void remove(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            waiting.remove(partition);
            placed.remove(partition);
            committed.remove(partition);
        });
    }

    void await(Collection<TopicPartition> partitions) {
        partitions.forEach(placed::remove);
        waiting.addAll(partitions);
        consumer.pause(partitions);
    }

    void awaitAll() {
        await(placed());
    }

    /** @param offsets how far the database has them; the consumer was put there, or where the log begins */
    void place(Map<TopicPartition, Long> offsets) {
        consumer.resume(offsets.keySet());
        waiting.removeAll(offsets.keySet());
        placed.putAll(offsets);
    }

    Set<TopicPartition> waiting() {
        return Set.copyOf(waiting);
    }

    Set<TopicPartition> placed() {
        return Set.copyOf(placed.keySet());
    }

    /**
     * How far the consumer has come, of those that are beyond what the database has. Its own positions are taken, not the
     * last records': they pass the marks of transactions, else the log's end would never be reached.
     */
    Map<TopicPartition, Long> ahead() {
        Map<TopicPartition, Long> ahead = new HashMap<>();
        placed.forEach((partition, before) -> {
            long now = position(partition, before);
            if (now > before) {
                ahead.put(partition, now);
            }
        });
        return ahead;
    }

    private long position(TopicPartition partition, long otherwise) {
        try {
            return consumer.position(partition, POSITION_LIMIT);
        } catch (TimeoutException e) {
            return otherwise;
        }
    }

    /** The database has these now. */
    void stored(Map<TopicPartition, Long> positions) {
        placed.putAll(positions);
    }

    /** Nobody reads the group's offsets but those who look at its lag. */
    void commit() {
        Map<TopicPartition, OffsetAndMetadata> changed = new HashMap<>();
        placed.forEach((partition, offset) -> {
            if (!offset.equals(committed.put(partition, offset))) {
                changed.put(partition, new OffsetAndMetadata(offset));
            }
        });
        if (!changed.isEmpty()) {
            consumer.commitAsync(changed, null);
        }
    }
}
