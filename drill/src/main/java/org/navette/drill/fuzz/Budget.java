package org.navette.drill.fuzz;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Hands out the numbers of cases until all are handed out or the time is up. */
final class Budget {

    private final long last;
    private final long deadline;
    private final AtomicLong next;

    private Budget(long first, long last, Duration limit) {
        this.next = new AtomicLong(first);
        this.last = last;
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /** Beginning now. */
    static Budget of(long cases, Duration limit) {
        return new Budget(1, cases, limit);
    }

    static Budget ofOne(long number) {
        return new Budget(number, number, Duration.ofHours(1));
    }

    /** Empty when it is over. */
    OptionalLong next() {
        if (System.nanoTime() - deadline > 0) {
            return OptionalLong.empty();
        }
        var number = next.getAndIncrement();
        return number > last ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
