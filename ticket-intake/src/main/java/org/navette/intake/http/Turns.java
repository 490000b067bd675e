package org.navette.intake.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Only so many threads work at a time: each has a turn. Whoever waits for somebody lets another have it. A thread is woken
 * only where there is both work and a turn for it: to wake it for the one and let it wait for the other would cost a change of
 * threads for each request.
 */
final class Turns {

    private static final ThreadLocal<Turn> MINE = new ThreadLocal<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition workAndTurn = lock.newCondition();
    private final Set<Turn> taken = new HashSet<>();
    private int free;
    private int works;

    Turns(int count) {
        this.free = count;
    }

    /** There is one more to be done. */
    void workCame() {
        lock.lock();
        try {
            works++;
            wakeOne();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a work and a turn. The thread has the turn until {@link #end}, or until it comes back here: then it goes on to
     * the next work with it, if there is any.
     */
    void take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Turn mine = MINE.get();
            if (mine != null && taken.remove(mine)) {
                free++;
            }
            while (free == 0 || works == 0) {
                workAndTurn.await();
            }
            free--;
            works--;
            Turn next = new Turn();
            taken.add(next);
            MINE.set(next);
        } finally {
            lock.unlock();
        }
    }

    /** The calling thread may go on without its turn, if it has one. */
    static void end() {
        Turn mine = MINE.get();
        if (mine != null) {
            MINE.remove();
            mine.end();
        }
    }

    /** Nobody works that long: those threads wait for somebody, and nobody thought of saying so. */
    void endThoseLongerThan(Duration longest) {
        long now = System.nanoTime();
        lock.lock();
        try {
            for (Turn turn : List.copyOf(taken)) {
                if (now - turn.begun > longest.toNanos()) {
                    turn.end();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void wakeOne() {
        if (free > 0 && works > 0) {
            workAndTurn.signal();
        }
    }

    private final class Turn {

        private final long begun = System.nanoTime();

        void end() {
            lock.lock();
            try {
                if (taken.remove(this)) {
                    free++;
                    wakeOne();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
