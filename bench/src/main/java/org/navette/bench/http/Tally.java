package org.navette.bench.http;

import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts what was due after the warm-up. Written by one thread. */
final class Tally {

    private static final long LONGEST_MICROS = 300_000_000;

    private final long warmUpNanos;
    private final boolean closed;
    private final long endNanos;
    private final Histogram latencies = new Histogram(LONGEST_MICROS, 3);
    private final SortedMap<Integer, Long> statuses = new TreeMap<>();
    private long failed;
    private long unsent;
    private long lastAnswer;

    Tally(long warmUpNanos, Pace pace) {
        this.warmUpNanos = warmUpNanos;
        this.closed = pace instanceof Pace.Closed;
        this.endNanos = pace.lengthNanos();
    }

    void answered(long due, long now, int status) {
        // In a closed loop the rate is what was answered within the time; in an open one all that was due counts.
        if (due < warmUpNanos || (closed && now > endNanos)) {
            return;
        }
        statuses.merge(status, 1L, Long::sum);
        lastAnswer = now;
        if (status / 100 == 2) {
            latencies.recordValue(Math.min(LONGEST_MICROS, (now - due) / 1000));
        }
    }

    void failed(long due) {
        if (due >= warmUpNanos) {
            failed++;
        }
    }

    void unsent(long due) {
        if (due >= warmUpNanos) {
            unsent++;
        }
    }

    LoadResult result() {
        var end = closed ? endNanos : Math.max(endNanos, lastAnswer);
        return new LoadResult(latencies, statuses, failed, unsent, end - warmUpNanos);
    }
}
