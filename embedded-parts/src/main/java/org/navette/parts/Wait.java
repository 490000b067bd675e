package org.navette.parts;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting by asking again and again. An interrupted thread waits no longer: {@link IllegalStateException}. */
public final class Wait {

    private Wait() {}

    /** @return whether it came about in time */
    public static boolean until(Duration limit, Duration interval, BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            pause(interval);
        }
        return true;
    }

    /** @throws IllegalStateException where it does not come about in time */
    public static void orFail(Duration limit, Duration interval, BooleanSupplier condition) {
        if (!until(limit, interval, condition)) {
            throw new IllegalStateException("not within " + limit.toSeconds() + " s");
        }
    }

    public static void pause(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        for (var left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted");
            }
        }
    }
}
