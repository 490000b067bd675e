package org.navette.examples.load;

import java.util.Map;
import java.util.TreeMap;

/** Counts by name. Safe for use by several threads. */
final class Tally {

    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void add(String name) {
        add(name, 1);
    }

    synchronized void add(String name, long count) {
        counts.merge(name, count, Long::sum);
    }

    synchronized long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    synchronized Map<String, Long> all() {
        return new TreeMap<>(counts);
    }
}
