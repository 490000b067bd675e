package org.navette.query.operation;

import java.util.List;
import java.util.SortedMap;

/**
 * How far the read model has come.
 *
 * @param complete whether the read model is whole and every partition has reached the end that it had when we asked
 * @param lag sum of the partitions' lags
 * @param alarms partitions of this instance that stand still until somebody decides, with the reason
 */
record ProjectionProgress(
        boolean complete, long lag, List<PartitionProgress> partitions, SortedMap<String, String> alarms) {

    /**
     * @param position next offset that is not yet in the read model
     * @param end next offset that will be written to the log
     * @param lag offsets between them; marks of transactions count
     */
    record PartitionProgress(String topic, int partition, long position, long end, long lag) {}
}
