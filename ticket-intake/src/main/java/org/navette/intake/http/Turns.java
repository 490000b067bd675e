package org.navette.intake.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Only so many threads work at a time: each has a turn. Whoever waits for somebody lets another have it. */
final class Turns {

    private static final ThreadLocal<Turn> MINE = new ThreadLocal<>();

    private final Semaphore free;
    private final Set<Turn> working = ConcurrentHashMap.newKeySet();

    Turns(int count) {
        this.free = new Semaphore(count);
    }

    /**
     * Waits for one where the calling thread has none any more; to give it back and take it again would wake another thread
     * for nothing. The thread has it until {@link #end}, whatever it looks for now.
     */
    void take() throws InterruptedException {
        Turn mine = MINE.get();
        if (mine == null || !mine.rest()) {
            free.acquire();
            MINE.set(new Turn());
        }
    }

    /** The work of the calling thread begins. */
    void begin() {
        MINE.get().begin();
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
        for (Turn turn : working) {
            if (now - turn.begun > longest.toNanos()) {
                turn.end();
            }
        }
    }

    private final class Turn {

        private final AtomicBoolean ended = new AtomicBoolean();
        private long begun;

        void begin() {
            begun = System.nanoTime();
            working.add(this);
        }

        /** @return whether it hasn't ended; in that very moment it may, and then one thread more works for once */
        boolean rest() {
            working.remove(this);
            return !ended.get();
        }

        void end() {
            working.remove(this);
            if (ended.compareAndSet(false, true)) {
                free.release();
            }
        }
    }
}
