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
        if (now.incrementAndGet() <= most) {
            return true;
        }
        now.decrementAndGet();
        return false;
    }

    public void leave() {
        now.decrementAndGet();
    }

    public int count() {
        return now.get();
    }
}
