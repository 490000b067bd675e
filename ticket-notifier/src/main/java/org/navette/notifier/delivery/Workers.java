package org.navette.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of this service. One that fails goes on after a pause, and readiness says so for as long as it fails. */
public final class Workers {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** One that goes on needs some seconds until it shows whether it fails again. */
    private static final Duration FAILING = Duration.ofSeconds(10);

    private record Failure(String cause, long atNanos) {}

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    /** @param work returns only when it is to end */
    void start(String name, Runnable work) {
        Thread thread = new Thread(() -> keepAtIt(name, work), name);
        threads.add(thread);
        thread.start();
    }

    /** Those that failed a moment ago, or have ended, by name. */
    public Map<String, String> failing() {
        Map<String, String> failing = new TreeMap<>();
        failures.forEach((name, failure) -> {
            if (System.nanoTime() - failure.atNanos() < FAILING.toNanos()) {
                failing.put(name, failure.cause());
            }
        });
        threads.stream().filter(thread -> !thread.isAlive()).forEach(thread -> failing.put(thread.getName(), "ended"));
        return failing;
    }

    void interrupt() {
        threads.forEach(Thread::interrupt);
    }

    /** @param atMost for all of them together */
    void join(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (Thread thread : threads) {
            // A millisecond at least: nought would mean without end.
            thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
    }

    /** Whatever it is, an error of the machine too: a service that has lost a thread looks well, and mails nothing. */
    private void keepAtIt(String name, Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException | Error e) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                failures.put(name, new Failure(e.getClass().getName(), System.nanoTime()));
                LOG.error("The thread {} failed and goes on", name, e);
            }
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }
}
