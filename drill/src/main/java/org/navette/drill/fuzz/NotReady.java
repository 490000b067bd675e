package org.navette.drill.fuzz;

import java.time.Duration;

/**
 * Looks one after the other at which a service was not ready.
 *
 * @param since when the first of them was, as {@link System#nanoTime}
 */
record NotReady(long since, int looks) {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** On a machine that stood still, few looks fill any time. */
    static final int LOOKS = 10;

    static NotReady since(long now) {
        return new NotReady(now, 1);
    }

    NotReady stillSo() {
        return new NotReady(since, looks + 1);
    }

    boolean isTooLong(long now) {
        return looks >= LOOKS && now - since > PATIENCE.toNanos();
    }
}
