package org.navette.query.consumption;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.navette.query.store.Partition;
import org.navette.query.store.Positions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a consumer where the database says. */
final class Placement {

    private static final Logger LOG = LoggerFactory.getLogger(Placement.class);

    private final Consumer<byte[], byte[]> consumer;
    private final Positions positions;
    private final ConsumptionState state;
    private final Duration timeout;

    Placement(Consumer<byte[], byte[]> consumer, Positions positions, ConsumptionState state, Duration timeout) {
        this.consumer = consumer;
        this.positions = positions;
        this.state = state;
        this.timeout = timeout;
    }

    /** @return the partitions that the consumer may go on with, and from which offset; the others have an alarm */
    Map<TopicPartition, Long> place(Set<TopicPartition> waiting) {
        Map<Partition, Long> stored =
                positions.load(waiting.stream().map(Placement::partition).toList());
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(waiting, timeout);
        Map<TopicPartition, Long> ends = consumer.endOffsets(waiting, timeout);
        Map<TopicPartition, Long> placed = waiting.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        partition -> start(partition, stored.getOrDefault(partition(partition), 0L), starts)));
        placed.entrySet()
                .removeIf(entry -> isOutside(
                        entry.getKey(), entry.getValue(), starts.get(entry.getKey()), ends.get(entry.getKey())));
        placed.forEach((partition, offset) -> {
            consumer.seek(partition, offset);
            state.noAlarm(partition);
        });
        return placed;
    }

    private static long start(TopicPartition partition, long stored, Map<TopicPartition, Long> starts) {
        long start = starts.get(partition);
        if (stored >= start || Topology.isKeptForEver(partition.topic())) {
            return stored;
        }
        LOG.info("{} begins at {}: what was before is no longer kept", partition, start);
        return start;
    }

    private boolean isOutside(TopicPartition partition, long offset, long start, long end) {
        if (offset >= start && offset <= end) {
            return false;
        }
        state.alarm(
                partition,
                "the read model has come to offset %d, but the log goes from %d to %d".formatted(offset, start, end));
        return true;
    }

    static Partition partition(TopicPartition partition) {
        return new Partition(partition.topic(), partition.partition());
    }
}
