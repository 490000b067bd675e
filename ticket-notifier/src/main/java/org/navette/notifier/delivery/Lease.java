package org.navette.notifier.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Until when the group can't have given our partitions to another instance. A commit that the group's coordinator took
 * proves that we were a member then, and it waits for a session timeout before it drops a silent member. A process that
 * was frozen for longer finds the lease run out when it wakes up, before it has heard anything from anybody.
 */
final class Lease {

    /** What a mail may take between the look at the lease and the server's yes is on our side of the limit. */
    private static final double SAFE = 0.8;

    private static final long LOOK_EVERY_MILLIS = 20;

    private final long lengthNanos;
    private volatile long end = System.nanoTime();

    Lease(Duration sessionTimeout) {
        this.lengthNanos = (long) (sessionTimeout.toNanos() * SAFE);
    }

    /** @param provedAtNanos {@link System#nanoTime()} before the commit was sent */
    void renew(long provedAtNanos) {
        end = provedAtNanos + lengthNanos;
    }

    boolean holds() {
        return end - System.nanoTime() > 0;
    }

    void awaitHeld() throws InterruptedException {
        while (!holds()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** Whether it should be renewed although there is nothing new to commit. */
    boolean runsDown() {
        return end - System.nanoTime() < lengthNanos * 2 / 3;
    }
}
