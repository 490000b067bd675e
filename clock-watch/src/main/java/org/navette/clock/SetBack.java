package org.navette.clock;

import java.time.Duration;

/** How far the machine's clock was set back, by comparison with the time that only goes on. */
final class SetBack {

    private long greatestMillis = Long.MIN_VALUE;

    /**
     * Since any earlier look; zero where it was set ahead or left alone.
     *
     * @param clockMillis as {@link System#currentTimeMillis()} tells it
     * @param steadyNanos as {@link System#nanoTime()} tells it
     */
    Duration look(long clockMillis, long steadyNanos) {
        long ahead = clockMillis - steadyNanos / 1_000_000;
        greatestMillis = Math.max(greatestMillis, ahead);
        return Duration.ofMillis(greatestMillis - ahead);
    }
}
