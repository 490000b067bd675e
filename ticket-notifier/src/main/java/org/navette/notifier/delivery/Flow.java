package org.navette.notifier.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.navette.notifier.NotifierSettings;
import org.navette.notifier.delivery.FactTask.LaneKey;
import org.navette.notifier.progress.Lanes;

/** Fetches no more than may be held in memory. */
final class Flow {

    private static final double LOW = 0.7;

    private final Lanes<LaneKey, FactTask> lanes;
    private final NotifierSettings.Delivery limits;
    private boolean full;

    Flow(Lanes<LaneKey, FactTask> lanes, NotifierSettings.Delivery limits) {
        this.lanes = lanes;
        this.limits = limits;
    }

    void regulate(Consumer<?, ?> consumer, Collection<Assignment> assignments) {
        double level = level(assignments);
        full = full ? level > LOW : level >= 1;
        List<TopicPartition> flowing = new ArrayList<>();
        List<TopicPartition> held = new ArrayList<>();
        for (Assignment assignment : assignments) {
            boolean flows = !full && assignment.isFetchable();
            (flows ? flowing : held).add(assignment.partition());
        }
        consumer.pause(held);
        consumer.resume(flowing);
    }

    /** 1 where one of the limits is reached. */
    private double level(Collection<Assignment> assignments) {
        int waiting = lanes.waiting();
        int active = lanes.size() - waiting;
        long bytes = assignments.stream().mapToLong(a -> a.bytes().get()).sum();
        return Math.max(
                (double) bytes / limits.maxBytes().toBytes(),
                Math.max((double) active / limits.maxFacts(), (double) waiting / limits.maxWaiting()));
    }
}
