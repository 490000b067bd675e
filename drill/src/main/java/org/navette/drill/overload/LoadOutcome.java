package org.navette.drill.overload;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What a load got for answers. For one thread. */
final class LoadOutcome {

    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private long[] acceptedNanos = new long[1 << 16];
    private int accepted;
    private long withoutRetryAfter;
    private long broken;
    private long unsent;
    private double seconds;

    void answered(int status, boolean retryAfter, long nanos) {
        byStatus.merge(status, 1L, Long::sum);
        if (status == 202 || status == 201) {
            if (accepted == acceptedNanos.length) {
                acceptedNanos = Arrays.copyOf(acceptedNanos, 2 * accepted);
            }
            acceptedNanos[accepted++] = nanos;
        } else if (!retryAfter) {
            withoutRetryAfter++;
        }
    }

    /** The connection ended in place of an answer, or could not be made. */
    void broken() {
        broken++;
    }

    /** Due, and all connections were waiting for their answers. */
    void unsent() {
        unsent++;
    }

    LoadOutcome during(double time) {
        seconds = time;
        Arrays.sort(acceptedNanos, 0, accepted);
        return this;
    }

    int accepted() {
        return accepted;
    }

    double acceptedRate() {
        return accepted / seconds;
    }

    /** In milliseconds; NaN where none was accepted. */
    double percentile(double share) {
        return accepted == 0 ? Double.NaN : acceptedNanos[(int) Math.min(accepted - 1, accepted * share)] / 1e6;
    }

    double p99() {
        return percentile(0.99);
    }

    /** Answered with a 429 or a 503. */
    long shed() {
        return byStatus.getOrDefault(429, 0L) + byStatus.getOrDefault(503, 0L);
    }

    /** Answered neither with a yes nor with a request to come back. */
    long failed() {
        return byStatus.entrySet().stream()
                        .filter(entry -> entry.getKey() != 202 && entry.getKey() != 201)
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                - shed();
    }

    long shedWithoutRetryAfter() {
        return Math.max(0, withoutRetryAfter - failed());
    }

    long brokenConnections() {
        return broken;
    }

    @Override
    public String toString() {
        return "%.0f/s accepted, p50 %.1f ms, p99 %.1f ms, answers %s, connections broken %d, not sent for want of one %d"
                .formatted(acceptedRate(), percentile(0.5), p99(), byStatus, broken, unsent);
    }
}
