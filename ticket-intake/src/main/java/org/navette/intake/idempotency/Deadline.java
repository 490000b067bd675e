package org.navette.intake.idempotency;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moment until which something must be done, whatever each of its steps takes. */
public record Deadline(long nanoTime) {

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** At least one: for most of those who are given a time limit, none at all means no limit. */
    public long millisLeft() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanoTime - System.nanoTime()));
    }
}
