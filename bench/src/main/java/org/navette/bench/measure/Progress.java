package org.navette.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.navette.parts.Wait;

/** How a backlog went down. */
final class Progress {

    private record Point(long nanos, long count) {}

    private final long target;
    private final List<Point> points = new ArrayList<>();

    Progress(long target) {
        this.target = target;
    }

    /** Looks at the count until the backlog is gone. */
    static Progress watch(LongSupplier count, long target, Duration interval, Duration limit) {
        var progress = new Progress(target);
        Wait.orFail(limit, interval, () -> progress.at(System.nanoTime(), count.getAsLong()));
        return progress;
    }

    /** @return whether the backlog is gone */
    boolean at(long nanos, long count) {
        points.add(new Point(nanos, Math.min(count, target)));
        return count >= target;
    }

    /** The moment at which the last was done. */
    long end() {
        return points.get(points.size() - 1).nanos();
    }

    /** From the first that was done. */
    double secondsToFirst(long start) {
        return (reached(1).nanos() - start) / 1e9;
    }

    /** A second, from a tenth of the backlog to nine tenths: without the start and without waiting for the last few. */
    double steadyRate() {
        var from = reached(target / 10);
        var to = reached(target - target / 10);
        return from.equals(to) ? Double.NaN : (to.count() - from.count()) * 1e9 / (to.nanos() - from.nanos());
    }

    private Point reached(long count) {
        return points.stream()
                .filter(point -> point.count() >= count)
                .findFirst()
                .orElseThrow();
    }
}
