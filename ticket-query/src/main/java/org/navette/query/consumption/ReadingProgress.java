package org.navette.query.consumption;

import java.util.concurrent.atomic.LongAdder;

/** How far reading a part of the log has come; asked while it goes on. */
public final class ReadingProgress {

    private final LongAdder records = new LongAdder();
    private final LongAdder tickets = new LongAdder();
    private final LongAdder unusable = new LongAdder();
    private final LongAdder tooLarge = new LongAdder();

    void read(int count) {
        records.add(count);
    }

    void setAside() {
        unusable.increment();
    }

    void written(int count, int tooLargeCount) {
        tickets.add(count);
        tooLarge.add(tooLargeCount);
    }

    public long records() {
        return records.sum();
    }

    /** A ticket whose facts lie far apart counts again. */
    public long tickets() {
        return tickets.sum();
    }

    /** Records that are dead letters already, where the service found them unusable, too. */
    public long unusable() {
        return unusable.sum();
    }

    /** Tickets that didn't take all of their facts. */
    public long tooLarge() {
        return tooLarge.sum();
    }
}
