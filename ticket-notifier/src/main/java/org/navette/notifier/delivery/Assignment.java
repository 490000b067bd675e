package org.navette.notifier.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.navette.notifier.progress.Window;

/** A partition for as long as it is ours. When it comes back after it was revoked, that is another assignment. */
final class Assignment {

    private final TopicPartition partition;
    private final AtomicLong bytes = new AtomicLong();
    private volatile @Nullable Window window;
    private volatile boolean standsStill;
    private boolean revoked;
    private int running;

    Assignment(TopicPartition partition) {
        this.partition = partition;
    }

    TopicPartition partition() {
        return partition;
    }

    /** Null until it is known which facts were done before. */
    @Nullable
    Window window() {
        return window;
    }

    void open(Window opened) {
        window = opened;
    }

    /** Nothing more is fetched: which facts are missing nobody knows, and an operator has to decide. */
    void standStill() {
        standsStill = true;
    }

    boolean isFetchable() {
        return window != null && !standsStill;
    }

    /** Bytes of its facts that are held in memory. */
    AtomicLong bytes() {
        return bytes;
    }

    /** What begins with true ends with {@link #leave()}. */
    synchronized boolean enter() {
        if (!revoked) {
            running++;
        }
        return !revoked;
    }

    synchronized void leave() {
        running--;
        notifyAll();
    }

    synchronized boolean isRevoked() {
        return revoked;
    }

    /** Nothing more begins. */
    synchronized void revoke() {
        revoked = true;
    }

    synchronized void awaitIdle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis(); running > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
