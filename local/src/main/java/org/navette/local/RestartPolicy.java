package org.navette.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a program that died waits before it is started again: longer each time, until it is given up. */
final class RestartPolicy {

    /** One that lived this long starts to count afresh. */
    private static final Duration STABLE = Duration.ofMinutes(1);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int LIMIT = 20;

    private int deaths;

    /** Empty when it died too often. */
    Optional<Duration> delayAfter(Instant started, Instant died) {
        if (Duration.between(started, died).compareTo(STABLE) >= 0) {
            deaths = 0;
        }
        deaths++;
        if (deaths > LIMIT) {
            return Optional.empty();
        }
        var delay = FIRST.multipliedBy(1L << Math.min(deaths - 1, 10));
        return Optional.of(delay.compareTo(LONGEST) > 0 ? LONGEST : delay);
    }
}
