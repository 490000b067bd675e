package org.navette.query.consumption;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What keeps this instance from projecting, for those who look after it. */
@Component
public class ConsumptionState {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumptionState.class);

    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private final Map<TopicPartition, String> alarms = new ConcurrentHashMap<>();

    ConsumptionState(MeterRegistry registry) {
        Gauge.builder("navette.projection.alarms", alarms, Map::size)
                .description("Partitions that stand still until somebody decides")
                .register(registry);
    }

    /** Logged once, however long it lasts. */
    void trouble(String worker, String what) {
        String before = troubles.put(worker, what);
        if (before == null) {
            LOG.warn("{} waits and tries again: {}", worker, what);
        }
    }

    void noTrouble(String worker) {
        if (troubles.remove(worker) != null) {
            LOG.info("{} goes on", worker);
        }
    }

    /** Logged once, however long it lasts. */
    void alarm(TopicPartition partition, String what) {
        if (alarms.put(partition, what) == null) {
            LOG.error("{} stands still: {}", partition, what);
        }
    }

    void noAlarm(TopicPartition partition) {
        if (alarms.remove(partition) != null) {
            LOG.info("{} is in order again", partition);
        }
    }

    /** What will pass by itself, by consumer. */
    public SortedMap<String, String> troubles() {
        return new TreeMap<>(troubles);
    }

    /** What somebody has to decide on, by partition. */
    public SortedMap<String, String> alarms() {
        SortedMap<String, String> named = new TreeMap<>();
        alarms.forEach((partition, what) -> named.put(partition.toString(), what));
        return named;
    }
}
