package org.navette.intake.http;

import java.io.Serial;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits for one of Tomcat's threads. It is taken by those that have a turn, in the order in which it came. In a crowd
 * every third time the newest is taken: where more comes than can be turned away in time, whoever comes is old before it is
 * taken, and all would be turned away.
 *
 * <p>For a pool that gives and takes one at a time and whose idle threads never end: turns are of {@link #take} only.
 */
final class WaitingWork extends LinkedBlockingDeque<Runnable> {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int NEWEST = 3;

    private final transient Turns turns;
    private final int most;
    private final AtomicInteger takenOfCrowd = new AtomicInteger();
    private volatile boolean crowd;

    /** @param most that may wait; more are a crowd, until a thread finds nothing that waits */
    WaitingWork(Turns turns, int most) {
        this.turns = turns;
        this.most = most;
    }

    boolean isCrowd() {
        return crowd;
    }

    @Override
    public boolean offer(Runnable work) {
        boolean added = super.offer(work);
        if (!crowd && size() > most) {
            crowd = true;
        }
        return added;
    }

    @Override
    public Runnable take() throws InterruptedException {
        turns.take();
        Runnable work = takeInTurn();
        turns.begin();
        return work;
    }

    private Runnable takeInTurn() throws InterruptedException {
        if (crowd) {
            Runnable work = takenOfCrowd.incrementAndGet() % NEWEST == 0 ? pollLast() : pollFirst();
            if (work != null) {
                return work;
            }
            crowd = false;
        }
        try {
            return super.take();
        } catch (InterruptedException e) {
            Turns.end();
            throw e;
        }
    }
}
