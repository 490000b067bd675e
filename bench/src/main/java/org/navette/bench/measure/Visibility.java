package org.navette.bench.measure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.navette.bench.stack.Http;

/**
 * Asks the query service for some tickets until it shows them: first when the ticket has its first fact, since none can be
 * shown before, then again after 20 ms or a twentieth of its waiting time so far. More questions would be a load of their
 * own, and would wait for each other.
 */
final class Visibility implements AutoCloseable {

    private static final long PAUSE_NANOS = 5_000_000;
    private static final long SHORTEST_INTERVAL = 20;
    private static final long SHARE = 20;

    private record Sample(String number, long since, long next) {
        Sample later(long now) {
            return new Sample(number, since, now + Math.max(SHORTEST_INTERVAL, (now - since) / SHARE));
        }
    }

    private final URI query;
    private final Predicate<String> routed;
    private final Queue<Sample> arriving = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final Thread thread = new Thread(this::ask, "visibility");
    private volatile boolean closing;
    private volatile boolean abandoned;

    /** @param routed whether the ticket of that number has a fact; asked by another thread */
    Visibility(URI query, Predicate<String> routed) {
        this.query = query;
        this.routed = routed;
        thread.start();
    }

    void add(String number, long dueMillis) {
        arriving.add(new Sample(number, dueMillis, 0));
    }

    private void ask() {
        var waiting = new ArrayList<Sample>();
        while (!abandoned && !(closing && waiting.isEmpty() && arriving.isEmpty())) {
            for (var sample = arriving.poll(); sample != null; sample = arriving.poll()) {
                waiting.add(sample);
            }
            var still = new ArrayList<Sample>(waiting.size());
            waiting.forEach(sample -> look(sample, still));
            waiting = still;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void look(Sample sample, List<Sample> still) {
        var now = System.currentTimeMillis();
        if (now < sample.next() || !routed.test(sample.number())) {
            still.add(sample);
        } else if (Http.status(query.resolve("/api/tickets/" + sample.number())) == 200) {
            seen.put(sample.number(), System.currentTimeMillis());
        } else {
            still.add(sample.later(now));
        }
    }

    /**
     * Waits until all are seen; when each was, in milliseconds by the wall clock.
     *
     * @throws IllegalStateException where some are not seen within that time
     */
    Map<String, Long> finish(Duration limit) {
        closing = true;
        join(limit);
        if (thread.isAlive()) {
            throw new IllegalStateException("not all tickets became visible within " + limit.toSeconds() + " s");
        }
        return seen;
    }

    private void join(Duration limit) {
        try {
            thread.join(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        abandoned = true;
        join(Duration.ZERO);
    }
}
