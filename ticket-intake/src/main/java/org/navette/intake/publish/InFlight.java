package org.navette.intake.publish;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is under way and turns away what is too much, so that memory and answer times stay bounded. */
public final class InFlight {

    private final int most;
    private final AtomicInteger now = new AtomicInteger();

    public InFlight(int most) {
        this.most = most;
    }

    /** @return whether there was room; then, and only then, {@link #leave()} must follow */
    public boolean tryEnter() {
        return tryEnter(1);
    }

    /** @return whether there was room for so many; then, and only then, they must {@link #leave(int)} */
    public boolean tryEnter(int count) {
        if (now.addAndGet(count) <= most) {
            return true;
        }
        leave(count);
        return false;
    }

    public void leave() {
        leave(1);
    }

    public void leave(int count) {
        now.addAndGet(-count);
    }

    public int count() {
        return now.get();
    }
}
