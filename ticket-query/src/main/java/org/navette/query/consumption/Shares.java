package org.navette.query.consumption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.navette.query.store.Partition;

/** Deals partitions out to threads, as evenly as whole partitions allow. */
final class Shares {

    private static final class Share {
        private final Map<Partition, Long> ends = new HashMap<>();
        private long records;
    }

    private Shares() {}

    /** @return for each thread that has something to do, the ends of its partitions */
    static List<Map<Partition, Long>> of(Map<Partition, Long> from, Map<Partition, Long> to, int threads) {
        PriorityQueue<Share> shares = new PriorityQueue<>(Comparator.comparingLong(share -> share.records));
        for (int i = 0; i < threads; i++) {
            shares.add(new Share());
        }
        List<Partition> largestFirst = new ArrayList<>(to.keySet());
        largestFirst.removeIf(partition -> to.get(partition) <= from.get(partition));
        largestFirst.sort(Comparator.comparingLong(partition -> from.get(partition) - to.get(partition)));
        for (Partition partition : largestFirst) {
            Share smallest = shares.remove();
            smallest.ends.put(partition, to.get(partition));
            smallest.records += to.get(partition) - from.get(partition);
            shares.add(smallest);
        }
        return shares.stream()
                .map(share -> share.ends)
                .filter(ends -> !ends.isEmpty())
                .toList();
    }
}
