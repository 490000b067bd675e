package org.navette.notifier.smtp;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closed while the mail server is away: nobody sends, nothing is counted as an attempt. One for all connections. */
public final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable String cause;
    private int failures;
    private long taken;
    private long openNanos;
    private long lastChange = System.nanoTime();

    public void awaitOpen() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (cause != null) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Many threads may meet the same failure: it counts once. */
    public void close(String why) {
        lock.lock();
        try {
            if (cause == null) {
                if (failures == 0) {
                    LOG.atWarn().addKeyValue("cause", why).log("The mail server is away: e-mails wait");
                }
                stillAway(why);
            }
        } finally {
            lock.unlock();
        }
    }

    void stillAway(String why) {
        lock.lock();
        try {
            turn(why);
            failures++;
        } finally {
            lock.unlock();
        }
    }

    /** The server lets us in again; whether it takes mails is still to be seen. */
    void open() {
        lock.lock();
        try {
            turn(null);
        } finally {
            lock.unlock();
        }
    }

    /** The server took or judged a mail. */
    public void works() {
        lock.lock();
        try {
            if (failures > 0) {
                LOG.info("The mail server answers again");
            }
            failures = 0;
            turn(null);
        } finally {
            lock.unlock();
        }
    }

    /** The server took a mail. */
    public void took() {
        lock.lock();
        try {
            taken++;
            works();
        } finally {
            lock.unlock();
        }
    }

    /** Mails that the server took. */
    public long taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Why it is closed; null where it is open. */
    public @Nullable String cause() {
        lock.lock();
        try {
            return cause;
        } finally {
            lock.unlock();
        }
    }

    /** For how long it has been open in all, by a clock that nobody sets. */
    public Duration openFor() {
        lock.lock();
        try {
            long sinceThen = cause == null ? System.nanoTime() - lastChange : 0;
            return Duration.ofNanos(openNanos + sinceThen);
        } finally {
            lock.unlock();
        }
    }

    private void turn(@Nullable String why) {
        long now = System.nanoTime();
        if (cause == null) {
            openNanos += now - lastChange;
        }
        lastChange = now;
        cause = why;
        changed.signalAll();
    }

    /** Failures since a mail was last taken or judged. */
    int failures() {
        lock.lock();
        try {
            return failures;
        } finally {
            lock.unlock();
        }
    }

    boolean awaitClosed(long atMostNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMostNanos;
            while (cause == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return cause != null;
        } finally {
            lock.unlock();
        }
    }
}
