package org.navette.notifier.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.navette.notifier.progress.Position;
import org.navette.notifier.progress.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits positions, which also renews the lease. For the polling thread. */
final class Commits {

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final Lease lease;
    private final long intervalNanos;
    private final Map<Assignment, Position> committed = new HashMap<>();
    private long next = System.nanoTime();

    Commits(Lease lease, Duration interval) {
        this.lease = lease;
        this.intervalNanos = interval.toNanos();
    }

    void whenDue(Consumer<?, ?> consumer, Collection<Assignment> assignments) {
        long now = System.nanoTime();
        if (now - next < 0) {
            return;
        }
        next = now + intervalNanos;
        committed.keySet().retainAll(assignments);
        Map<Assignment, Position> changed = changed(assignments);
        if (changed.isEmpty() && lease.runsDown()) {
            committed.entrySet().stream().findAny().ifPresent(any -> changed.put(any.getKey(), any.getValue()));
        }
        commit(consumer, changed);
    }

    /** For partitions that go elsewhere: what isn't committed now is read from mail-deliveries by their next owner. */
    void last(Consumer<?, ?> consumer, Collection<Assignment> leaving) {
        commit(consumer, changed(leaving));
    }

    private Map<Assignment, Position> changed(Collection<Assignment> assignments) {
        Map<Assignment, Position> changed = new HashMap<>();
        for (Assignment assignment : assignments) {
            Window window = assignment.window();
            if (window != null) {
                Position position = window.position();
                if (!position.equals(committed.get(assignment))) {
                    changed.put(assignment, position);
                }
            }
        }
        return changed;
    }

    private void commit(Consumer<?, ?> consumer, Map<Assignment, Position> positions) {
        if (positions.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        positions.forEach((assignment, position) ->
                offsets.put(assignment.partition(), new OffsetAndMetadata(position.nextFact(), position.metadata())));
        long before = System.nanoTime();
        try {
            consumer.commitSync(offsets, TIMEOUT);
            lease.renew(before);
            committed.putAll(positions);
        } catch (RetriableException | RebalanceInProgressException | CommitFailedException e) {
            // The lease runs down; the group tells us by the next poll what is still ours.
            LOG.atInfo()
                    .addKeyValue("cause", e.getClass().getSimpleName())
                    .log("Positions were not committed; trying again");
        }
    }
}
