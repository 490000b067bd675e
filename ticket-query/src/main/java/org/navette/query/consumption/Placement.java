package org.navette.query.consumption;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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

    /**
     * @return the partitions that the consumer may go on with, and how far the database has them; the others have an alarm.
     *     Where the log no longer begins there, the consumer is further, and the database follows
     */
    Map<TopicPartition, Long> place(Set<TopicPartition> waiting) {
        Map<Partition, Long> stored =
                positions.load(waiting.stream().map(Placement::partition).toList());
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(waiting, timeout);
        Map<TopicPartition, Long> ends = consumer.endOffsets(waiting, timeout);
        Map<TopicPartition, Long> placed = new HashMap<>();
        for (TopicPartition partition : waiting) {
            long reached = stored.getOrDefault(partition(partition), 0L);
            long start = starts.get(partition);
            long next = next(partition, reached, start);
            if (!isOutside(partition, next, start, ends.get(partition))) {
                consumer.seek(partition, next);
                state.noAlarm(partition);
                placed.put(partition, reached);
            }
        }
        return placed;
    }

    private static long next(TopicPartition partition, long reached, long start) {
        if (reached >= start || Topology.isKeptForEver(partition.topic())) {
            return reached;
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
