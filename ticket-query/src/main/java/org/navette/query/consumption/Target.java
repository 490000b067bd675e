package org.navette.query.consumption;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.navette.query.facts.Batch;
import org.navette.query.store.Partition;
import org.navette.query.store.Positions;
import org.navette.query.store.Projection;
import org.navette.query.store.Projections;
import org.navette.query.store.ReadModel;
import org.navette.query.store.ReadModels;
import org.navette.query.store.Written;

/** Where a worker writes: the read model that was live when it last looked, one for all of its partitions. */
final class Target {

    private final ReadModels models;
    private final Projections projections;
    private final Consumer<byte[], byte[]> consumer;
    private final ConsumptionState state;
    private final Duration timeout;
    private @Nullable Current current;

    private record Current(Projection projection, Positions positions, Placement placement) {}

    Target(
            ReadModels models,
            Projections projections,
            Consumer<byte[], byte[]> consumer,
            ConsumptionState state,
            Duration timeout) {
        this.models = models;
        this.projections = projections;
        this.consumer = consumer;
        this.state = state;
        this.timeout = timeout;
    }

    /**
     * Turns to the live read model.
     *
     * @return whether it was another one before: then no partition is where the consumer has to go on, for whatever was
     *     read into the former one only would be missing from this one for ever
     */
    boolean follow() {
        ReadModel live = models.refresh();
        Current before = current;
        if (before != null && before.projection().model().equals(live)) {
            return false;
        }
        Projection projection = projections.of(live);
        Positions positions = projection.positions();
        current = new Current(projection, positions, new Placement(consumer, positions, state, timeout));
        return before != null;
    }

    /** Puts the consumer where the read model says. */
    Map<TopicPartition, Long> place(Set<TopicPartition> waiting) {
        return current().placement().place(waiting);
    }

    Written write(Batch batch) {
        return current().projection().write(batch);
    }

    boolean raise(Map<Partition, Long> reached) {
        return reached.isEmpty() || current().positions().raise(reached);
    }

    boolean isStillRight(Collection<Partition> partitions) {
        return current().positions().areStillRight(partitions);
    }

    private Current current() {
        return Objects.requireNonNull(current, "a read model is followed before anything is asked of it");
    }
}
