package org.navette.notifier.progress;

import java.time.Duration;

/**
 * How long to wait after a failure: twice as long each time.
 *
 * @param first after the first failure
 * @param most never longer than this
 */
public record Backoff(Duration first, Duration most) {

    private static final int MOST_DOUBLINGS = 30;

    /** @param failures how many in a row, from 1 */
    public Duration after(int failures) {
        Duration wait = first.multipliedBy(1L << Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS));
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
