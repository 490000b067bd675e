package org.navette.notifier.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Tasks in lanes: those of one lane run one after the other, lanes run side by side. A lane whose head has to wait holds
 * up no other.
 *
 * @param <K> names a lane
 * @param <T> a task
 */
public final class Lanes<K, T> {

    private final class Lane {
        final K key;
        final ArrayDeque<T> tasks = new ArrayDeque<>();
        boolean waiting;
        boolean dropped;
        long due;

        Lane(K key) {
            this.key = key;
        }
    }

    /** The head of a lane, for the thread that took it: exactly one of its methods is called, once. */
    public final class Turn {
        private final Lane lane;
        private final T task;

        private Turn(Lane lane, T task) {
            this.lane = lane;
            this.task = task;
        }

        public T task() {
            return task;
        }

        public void finished() {
            locked(() -> {
                if (!lane.dropped) {
                    lane.tasks.remove();
                    size--;
                    goOn(lane);
                }
            });
        }

        /** The same task comes again after a while, before any other of its lane. */
        public void again(Duration wait) {
            locked(() -> {
                if (!lane.dropped) {
                    lane.due = System.nanoTime() + wait.toNanos();
                    lane.waiting = true;
                    behindWaiting += lane.tasks.size();
                    waiting.add(lane);
                    changed.signal();
                }
            });
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<K, Lane> lanes = new HashMap<>();
    private final ArrayDeque<Lane> ready = new ArrayDeque<>();
    private final PriorityQueue<Lane> waiting = new PriorityQueue<>(Comparator.comparingLong(lane -> lane.due));
    private int size;
    private int behindWaiting;

    public void add(K key, T task) {
        locked(() -> {
            Lane lane = lanes.get(key);
            if (lane == null) {
                lane = new Lane(key);
                lanes.put(key, lane);
                ready.add(lane);
                changed.signal();
            }
            lane.tasks.add(task);
            size++;
            if (lane.waiting) {
                behindWaiting++;
            }
        });
    }

    /** Waits for a task that may run now. */
    public Turn take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                wakeDue();
                Lane lane = ready.poll();
                if (lane != null) {
                    return new Turn(lane, lane.tasks.element());
                }
                Lane next = waiting.peek();
                if (next == null) {
                    changed.await();
                } else {
                    changed.awaitNanos(next.due - System.nanoTime());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Forgets lanes; a task of theirs that runs goes on, and its end changes nothing. */
    public void drop(Predicate<K> which) {
        locked(() -> lanes.values().removeIf(lane -> {
            if (!which.test(lane.key)) {
                return false;
            }
            lane.dropped = true;
            size -= lane.tasks.size();
            if (lane.waiting) {
                behindWaiting -= lane.tasks.size();
                waiting.remove(lane);
            }
            ready.remove(lane);
            return true;
        }));
    }

    /** Tasks that are not finished. */
    public int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /** Those of them that wait, or stand behind one that waits. */
    public int waiting() {
        lock.lock();
        try {
            return behindWaiting;
        } finally {
            lock.unlock();
        }
    }

    private void wakeDue() {
        long now = System.nanoTime();
        while (!waiting.isEmpty() && waiting.peek().due - now <= 0) {
            Lane lane = waiting.remove();
            lane.waiting = false;
            behindWaiting -= lane.tasks.size();
            goOn(lane);
        }
    }

    private void goOn(Lane lane) {
        if (lane.tasks.isEmpty()) {
            lanes.remove(lane.key);
        } else {
            ready.add(lane);
            changed.signal();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
