package org.navette.query.rebuild;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What an operator sees of a command while it works. */
final class Report {

    private static final long INTERVAL_SECONDS = 2;
    private static final double MILLIS_A_SECOND = 1_000;

    private final PrintWriter out;

    Report(PrintWriter out) {
        this.out = out;
    }

    void say(String format, Object... values) {
        out.println(format.formatted(values));
        out.flush();
    }

    /** Does the work, and says every other second how far it has come. */
    Duration during(Runnable work, Supplier<String> progress) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        long begun = System.nanoTime();
        timer.scheduleAtFixedRate(
                () -> say("  %s", progress.get()), INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
        try {
            work.run();
        } finally {
            timer.shutdownNow();
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_A_SECOND;
    }

    static long rate(long count, Duration duration) {
        return Math.round(count / Math.max(seconds(duration), 1 / MILLIS_A_SECOND));
    }
}
