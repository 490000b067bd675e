package org.navette.notifier.delivery;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Partitions that stand still until somebody acts: their position lies outside the log. */
public final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final Map<Integer, String> alarms = new ConcurrentHashMap<>();

    void raise(int partition, String what) {
        if (alarms.put(partition, what) == null) {
            LOG.atError()
                    .addKeyValue("partition", partition)
                    .addKeyValue("what", what)
                    .log("A partition of ticket-events stands still: its position lies outside the log");
        }
    }

    void clear(int partition) {
        alarms.remove(partition);
    }

    /** By partition. */
    public Map<Integer, String> all() {
        return new TreeMap<>(alarms);
    }
}
