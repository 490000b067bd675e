package org.navette.query.operation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.navette.query.consumption.Broker;
import org.navette.query.consumption.ConsumptionState;
import org.navette.query.operation.ProjectionProgress.PartitionProgress;
import org.navette.query.store.Partition;
import org.navette.query.store.StoredPositions;
import org.springframework.stereotype.Component;

/** Compares the positions in the database with the log's ends. */
@Component
class Lag {

    private final Broker broker;
    private final StoredPositions positions;
    private final ConsumptionState state;

    Lag(Broker broker, StoredPositions positions, ConsumptionState state) {
        this.broker = broker;
        this.positions = positions;
        this.state = state;
    }

    /** The ends are asked for first, so that a lag of 0 includes every fact that was there when the question came. */
    ProjectionProgress ask() {
        Map<TopicPartition, Long> ends = broker.logEnds();
        Optional<Map<Partition, Long>> stored = positions.read();
        List<PartitionProgress> partitions = ends.entrySet().stream()
                .map(end -> progress(end.getKey(), end.getValue(), stored.orElse(Map.of())))
                .sorted(Comparator.comparing(PartitionProgress::topic).thenComparing(PartitionProgress::partition))
                .toList();
        long lag = partitions.stream().mapToLong(PartitionProgress::lag).sum();
        return new ProjectionProgress(stored.isPresent() && lag == 0, lag, partitions, state.alarms());
    }

    private static PartitionProgress progress(TopicPartition partition, long end, Map<Partition, Long> stored) {
        long position = stored.getOrDefault(new Partition(partition.topic(), partition.partition()), 0L);
        return new PartitionProgress(
                partition.topic(), partition.partition(), position, end, Math.max(0, end - position));
    }
}
