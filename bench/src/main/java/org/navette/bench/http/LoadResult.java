package org.navette.bench.http;

import java.util.Map;
import java.util.SortedMap;
import org.HdrHistogram.Histogram;

/**
 * What came of a run, without its warm-up.
 *
 * @param latencies of the answers with a status of 2xx, in microseconds, from the moment at which the request was due
 * @param statuses how many answers bore each status
 * @param failed requests whose connection ended or that had no answer when the run was given up
 * @param unsent requests that were due, but for which no connection became free before the run was given up
 * @param nanos from the end of the warm-up to the last answer, at least to the end of the schedule
 */
public record LoadResult(Histogram latencies, SortedMap<Integer, Long> statuses, long failed, long unsent, long nanos) {

    /** Successful answers a second. */
    public double rate() {
        return latencies.getTotalCount() * 1e9 / nanos;
    }

    public double millisAt(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1000.0;
    }

    /** Everything that did not end as it should. */
    public long errors() {
        return failed
                + unsent
                + statuses.entrySet().stream()
                        .filter(entry -> entry.getKey() / 100 != 2)
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }
}
