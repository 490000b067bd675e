package org.navette.drill.overload;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** What a load got for answers. For one thread. */
final class LoadOutcome {

    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private long[] acceptedNanos = new long[1 << 16];
    private int timed;
    private long timesCountFrom;
    private long withoutRetryAfter;
    private long broken;
    private long unsent;
    private double seconds;

    /** What is sent before is in no time and no rate, but among the answers. */
    void timesCountFrom(long nanoTime) {
        timesCountFrom = nanoTime;
    }

    void answered(int status, boolean retryAfter, long sentAt, long nanos) {
        byStatus.merge(status, 1L, Long::sum);
        if (isAccepted(status)) {
            time(sentAt, nanos);
        } else if (!retryAfter) {
            withoutRetryAfter++;
        }
    }

    private void time(long sentAt, long nanos) {
        if (sentAt - timesCountFrom < 0) {
            return;
        }
        if (timed == acceptedNanos.length) {
            acceptedNanos = Arrays.copyOf(acceptedNanos, 2 * timed);
        }
        acceptedNanos[timed++] = nanos;
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
        Arrays.sort(acceptedNanos, 0, timed);
        return this;
    }

    /** All, whether their times count or not. */
    long accepted() {
        return count(LoadOutcome::isAccepted);
    }

    double acceptedRate() {
        return timed / seconds;
    }

    /** In milliseconds; NaN where none was accepted. */
    double percentile(double share) {
        return timed == 0 ? Double.NaN : acceptedNanos[(int) Math.min(timed - 1, timed * share)] / 1e6;
    }

    double p99() {
        return percentile(0.99);
    }

    /** Answered with a 429 or a 503. */
    long shed() {
        return count(status -> status == 429 || status == 503);
    }

    /** Answered neither with a yes nor with a request to come back. */
    long failed() {
        return count(status -> !isAccepted(status)) - shed();
    }

    private long count(IntPredicate status) {
        return byStatus.entrySet().stream()
                .filter(entry -> status.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static boolean isAccepted(int status) {
        return status == 202 || status == 201;
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
