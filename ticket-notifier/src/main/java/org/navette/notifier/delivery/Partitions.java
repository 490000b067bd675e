package org.navette.notifier.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.navette.notifier.delivery.FactTask.LaneKey;
import org.navette.notifier.progress.DoneFacts;
import org.navette.notifier.progress.Lanes;
import org.navette.notifier.progress.Position;
import org.navette.notifier.progress.Window;

/** The partitions that are ours, as they come and go. For the polling thread. */
final class Partitions implements ConsumerRebalanceListener {

    /** Knows which facts of a partition are done. */
    interface History {
        DoneFacts read(Assignment assignment, long fromFact, long fromDelivery) throws InterruptedException;
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final Lanes<LaneKey, FactTask> lanes;
    private final History history;
    private final Executor reader;
    private final Commits commits;
    private final Alarms alarms;
    private final Duration stopTimeout;
    private final Map<TopicPartition, Assignment> ours = new HashMap<>();
    private volatile @Nullable Throwable broken;

    Partitions(
            Consumer<byte[], byte[]> consumer,
            Lanes<LaneKey, FactTask> lanes,
            History history,
            Executor reader,
            Commits commits,
            Alarms alarms,
            Duration stopTimeout) {
        this.consumer = consumer;
        this.lanes = lanes;
        this.history = history;
        this.reader = reader;
        this.commits = commits;
        this.alarms = alarms;
        this.stopTimeout = stopTimeout;
    }

    Collection<Assignment> all() {
        return ours.values();
    }

    /** @throws IllegalStateException where a partition of ours can't be opened: it would stand still for ever */
    void check() {
        if (broken != null) {
            throw new IllegalStateException("a partition can't be opened", broken);
        }
    }

    void accept(ConsumerRecord<byte[], byte[]> record) {
        Assignment assignment = ours.get(new TopicPartition(record.topic(), record.partition()));
        FactTask task = new FactTask(assignment, record);
        if (task.window().add(record.offset())) {
            lanes.add(task.lane(), task);
        } else {
            task.finished();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(assigned), TIMEOUT);
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(assigned, TIMEOUT);
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned, TIMEOUT);
        consumer.pause(assigned);
        for (TopicPartition partition : assigned) {
            Assignment assignment = new Assignment(partition);
            ours.put(partition, assignment);
            OffsetAndMetadata position = committed.get(partition);
            long from = position == null ? starts.get(partition) : position.offset();
            if (from < starts.get(partition) || from > ends.get(partition)) {
                alarms.raise(
                        partition.partition(),
                        "position " + from + ", log from " + starts.get(partition) + " to " + ends.get(partition));
                continue;
            }
            alarms.clear(partition.partition());
            consumer.seek(partition, from);
            long fromDelivery = position == null
                    ? 0
                    : Position.deliveriesFrom(position.metadata()).orElse(0);
            reader.execute(() -> open(assignment, from, fromDelivery));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        commits.last(consumer, leaveIdle(revoked));
    }

    /** Where the log no longer has our position. */
    void standStill(TopicPartition partition, String why) {
        Assignment assignment = ours.get(partition);
        if (assignment != null) {
            assignment.standStill();
            alarms.raise(partition.partition(), why);
        }
    }

    /** Those that the group didn't take back. */
    void abandon() {
        leaveIdle(Set.copyOf(ours.keySet()));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        leave(lost);
    }

    /** Waits for the mails that are being sent: whoever comes next must find their outcomes. */
    private List<Assignment> leaveIdle(Collection<TopicPartition> partitions) {
        List<Assignment> leaving = leave(partitions);
        try {
            long end = System.nanoTime() + stopTimeout.toNanos();
            for (Assignment assignment : leaving) {
                assignment.awaitIdle(Duration.ofNanos(end - System.nanoTime()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return leaving;
    }

    private List<Assignment> leave(Collection<TopicPartition> partitions) {
        List<Assignment> leaving = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            Assignment assignment = ours.remove(partition);
            if (assignment != null) {
                assignment.revoke();
                leaving.add(assignment);
            }
            alarms.clear(partition.partition());
        }
        lanes.drop(lane -> leaving.contains(lane.assignment()));
        return leaving;
    }

    private void open(Assignment assignment, long fromFact, long fromDelivery) {
        try {
            if (!assignment.isRevoked()) {
                assignment.open(new Window(fromFact, history.read(assignment, fromFact, fromDelivery)));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            if (!assignment.isRevoked()) {
                broken = e;
            }
        }
    }
}
